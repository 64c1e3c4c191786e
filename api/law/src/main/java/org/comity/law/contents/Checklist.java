package org.comity.law.contents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.ContentCode;
import org.comity.api.InstrumentId;
import org.comity.api.Kebab;
import org.comity.api.Refused;
import org.comity.api.mla.MlaContents;
import org.comity.api.preservation.PreservationContents;
import org.comity.law.RequestKind;
import org.comity.law.Table;
import org.comity.law.Tables;
import org.comity.law.contents.Item.Obligation;

/** What a request must say under its instruments, item by item, against what a draft says. */
public record Checklist(List<Checklist.Entry> entries) {

    /** An item and how the draft stands to it. */
    public record Entry(Item item, State state) {
        /** True if the request cannot leave without it. */
        public boolean blocks() {
            return state == State.MISSING;
        }
    }

    /** How a draft stands to an item. */
    public enum State {
        MET,
        /** Owed, and not there. */
        MISSING,
        /** Not owed in every case, and not there. */
        LEFT_OUT,
        /** A draft cannot show it, or only a person can say whether it is owed. */
        TO_CONSIDER
    }

    public Checklist {
        entries = List.copyOf(entries);
    }

    /** The list for a draft of a request for assistance. */
    public static Checklist of(MlaContents says) {
        return of(
                items(says.bases(), RequestKind.of(says)),
                Aspect.of(says),
                conditions(says.urgent(), says.emergency(), says.confidential()));
    }

    /** The list for a draft of a preservation: only what the treaty asks for, so that it can be written in two minutes. */
    public static Checklist of(PreservationContents says) {
        return of(
                items(says.bases(), RequestKind.ofPreservation()),
                Aspect.of(says),
                conditions(says.urgent(), says.emergency(), says.confidential()));
    }

    /** What instruments ask of kinds of requests; forms in use are left out. */
    public static List<Item> items(Collection<InstrumentId> bases, Set<RequestKind> kinds) {
        return ofThisRelease().values().stream()
                .filter(item -> bases.contains(item.instrument())
                        && kinds.contains(item.kind())
                        && item.obligation() != Obligation.TEMPLATE)
                .toList();
    }

    /** What the forms in use ask for beyond the instruments. */
    public static List<Item> forms(Collection<InstrumentId> bases, Set<RequestKind> kinds) {
        return ofThisRelease().values().stream()
                .filter(item -> bases.contains(item.instrument())
                        && kinds.contains(item.kind())
                        && item.obligation() == Obligation.TEMPLATE)
                .toList();
    }

    /** Refuses a code by which a request is sent back, if no instrument of the request asks for it. */
    public static void check(ContentCode code, String field, Collection<InstrumentId> bases, Set<RequestKind> kinds) {
        Item item = ofThisRelease().get(code);
        if (item == null) {
            throw Refused.unacceptable("contents.unknown", field, "There is no item of contents " + code + ".")
                    .from("required-contents.csv");
        }
        if (!bases.contains(item.instrument())) {
            throw Refused.unacceptable(
                            "contents.of-another-instrument",
                            field,
                            "The item " + code + " is asked for by " + item.instrument()
                                    + ", on which this request does not rest.")
                    .from(item.citation());
        }
        if (!kinds.contains(item.kind())) {
            throw Refused.unacceptable(
                            "contents.for-another-kind",
                            field,
                            "The item " + code + " is not asked for in this kind of request.")
                    .from(item.citation());
        }
    }

    /** Refuses a draft that lacks what it owes; the answer names each missing item with its article. */
    public void demandComplete() {
        List<Entry> missing = missing();
        if (!missing.isEmpty()) {
            Item first = missing.getFirst().item();
            throw Refused.unacceptable(
                            "contents.missing",
                            "contents",
                            "Missing: "
                                    + String.join(
                                            "; ",
                                            missing.stream()
                                                    .map(entry -> entry.item().label() + " ("
                                                            + entry.item().citation() + ")")
                                                    .toList())
                                    + ".")
                    .from(first.citation())
                    .with(
                            "missing",
                            missing.stream()
                                    .map(entry -> Map.of(
                                            "code", entry.item().code().value(),
                                            "label", entry.item().label(),
                                            "source", entry.item().citation(),
                                            "verification",
                                                    Kebab.of(entry.item()
                                                            .source()
                                                            .mark())))
                                    .toList());
        }
    }

    /** What is owed and not there. */
    public List<Entry> missing() {
        return entries.stream().filter(Entry::blocks).toList();
    }

    /** How many of the owed items are there. */
    public int met() {
        return (int) entries.stream()
                .filter(entry -> entry.state() == State.MET && isOwed(entry.item()))
                .count();
    }

    /** How many items are owed, of those that a draft can show. */
    public int owed() {
        return met() + missing().size();
    }

    private static boolean isOwed(Item item) {
        return item.obligation() == Obligation.REQUIRED || !item.when().isEmpty();
    }

    static Checklist of(List<Item> items, Set<Aspect> says, Set<String> conditions) {
        var entries = new ArrayList<Entry>();
        for (Item item : items) {
            entries.add(new Entry(item, state(item, says, conditions)));
        }
        return new Checklist(entries);
    }

    private static State state(Item item, Set<Aspect> says, Set<String> conditions) {
        if (item.metBy().isEmpty()) {
            return State.TO_CONSIDER;
        }
        if (item.metBy().stream().allMatch(any -> any.stream().anyMatch(says::contains))) {
            return State.MET;
        }
        return switch (item.obligation()) {
            case REQUIRED -> State.MISSING;
            case CONDITIONAL ->
                item.when().isEmpty()
                        ? State.TO_CONSIDER
                        : conditions.contains(item.when()) ? State.MISSING : State.LEFT_OUT;
            case IF_AVAILABLE, OPTIONAL, TEMPLATE -> State.LEFT_OUT;
        };
    }

    private static Set<String> conditions(boolean urgent, boolean emergency, boolean confidential) {
        var conditions = new HashSet<String>(Set.of("always"));
        if (urgent) {
            conditions.add("urgent");
        }
        if (emergency) {
            conditions.add("emergency");
        }
        if (confidential) {
            conditions.add("confidential");
        }
        return conditions;
    }

    private static Map<ContentCode, Item> ofThisRelease() {
        return OfThisRelease.ITEMS;
    }

    /** Reads the items from their table. */
    public static Map<ContentCode, Item> read(Table table) {
        var items = new LinkedHashMap<ContentCode, Item>();
        table.unique("code").rows().forEach(row -> {
            Item item = Item.of(row);
            items.put(item.code(), item);
        });
        return items;
    }

    private static final class OfThisRelease {
        static final Map<ContentCode, Item> ITEMS = read(Tables.current().table("required-contents.csv"));
    }
}
