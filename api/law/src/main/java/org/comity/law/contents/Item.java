package org.comity.law.contents;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.comity.api.ContentCode;
import org.comity.api.InstrumentId;
import org.comity.api.Kebab;
import org.comity.law.RequestKind;
import org.comity.law.Source;
import org.comity.law.Table.Row;

/**
 * One row of {@code required-contents.csv}.
 *
 * @param metBy what a draft must say for it: all of the sets, and of each set one; empty if a draft has no component for it
 * @param when under what condition a conditional item is owed, as far as a draft can tell: {@code always},
 *     {@code confidential}, {@code urgent}, {@code emergency}, or empty where a person decides
 * @param block the part of the request where it stands
 */
public record Item(
        ContentCode code,
        InstrumentId instrument,
        String article,
        RequestKind kind,
        String label,
        Obligation obligation,
        String when,
        List<Set<Aspect>> metBy,
        String block,
        Source source) {
    private static final Set<String> CONDITIONS = Set.of("", "always", "confidential", "urgent", "emergency");

    /** How much an item is owed. */
    public enum Obligation {
        REQUIRED,
        CONDITIONAL,
        IF_AVAILABLE,
        OPTIONAL,
        /** Not owed by the treaty; a form in use asks for it. */
        TEMPLATE
    }

    public Item {
        metBy = List.copyOf(metBy);
    }

    static Item of(Row row) {
        Obligation obligation = row.word("obligation", Obligation.class);
        String when = row.get("when");
        if (!CONDITIONS.contains(when) || (!when.isEmpty() && obligation != Obligation.CONDITIONAL)) {
            throw row.wrong("when", "a conditional item is owed always, or if confidential, urgent or emergency");
        }
        return new Item(
                row.as("code", ContentCode::new),
                row.as("instrument_id", InstrumentId::new),
                row.article(),
                row.word("request_kind", RequestKind.class),
                row.get("label"),
                obligation,
                when,
                row.list("met_by", '&').stream()
                        .map(set -> row.as("met_by", ignored -> aspects(set)))
                        .toList(),
                row.get("block"),
                row.source());
    }

    private static Set<Aspect> aspects(String set) {
        return Set.copyOf(Arrays.stream(set.split("/"))
                .map(word -> Kebab.constant(Aspect.class, word))
                .toList());
    }

    /** The instrument and its article, as refusals quote it. */
    public String citation() {
        return instrument + " " + article;
    }
}
