package org.comity.query.law;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.comity.api.treaty.TreatyAnswer;
import org.comity.api.view.ContentsView;
import org.comity.api.view.GroundView;
import org.comity.api.view.SourceView;
import org.comity.api.view.TreatyRelationView;
import org.comity.law.Mark;
import org.comity.law.RequestKind;
import org.comity.law.Source;
import org.comity.law.Sources;
import org.comity.law.contents.Checklist;
import org.comity.law.contents.Item;
import org.comity.law.grounds.Ground;
import org.comity.law.grounds.Grounds.Use;
import org.comity.law.matter.Matter;
import org.comity.law.treaty.Standing;
import org.comity.law.treaty.Treaty;
import org.comity.law.treaty.TreatyFact.StateChoice;
import org.comity.law.treaty.TreatyFacts;
import org.jspecify.annotations.Nullable;

/** Puts what the law says into the form in which pages and programs read it. */
public final class LawSights {
    private LawSights() {}

    /** What is known of treaties today. */
    public static TreatyFacts treaties() {
        return TreatyFacts.ofThisRelease();
    }

    /** Where a row of the law comes from. */
    public static SourceView source(Source source) {
        return new SourceView(
                new Code(Kebab.of(source.mark())),
                source.mark().isVerified(),
                List.copyOf(Sources.of(source).values()));
    }

    /** An answer about treaties, whether it was given today or kept by an act. */
    public static TreatyRelationView relation(
            StateCode from, StateCode to, Set<RequestKind> kinds, TreatyAnswer answer) {
        return new TreatyRelationView(
                from, to, kinds.stream().sorted().map(Kebab::of).map(Code::new).toList(), answer.on(), bases(answer));
    }

    /** The instruments of an answer. */
    public static List<TreatyRelationView.Basis> bases(TreatyAnswer answer) {
        return answer.bases().stream().map(LawSights::basis).toList();
    }

    private static TreatyRelationView.Basis basis(TreatyAnswer.Basis basis) {
        Standing standing = Kebab.constant(Standing.class, basis.standing().value());
        Mark mark = Kebab.constant(Mark.class, basis.mark().value());
        return new TreatyRelationView.Basis(
                basis.instrument(),
                name(basis.instrument()),
                basis.standing(),
                standing.warns(),
                standing.refuses(),
                basis.mark(),
                mark.isVerified(),
                basis.facts().stream()
                        .map(fact -> new TreatyRelationView.Fact(
                                fact.fact(),
                                fact.state(),
                                fact.day(),
                                detail(basis.instrument(), fact.detail()),
                                source(new Source(
                                        Kebab.constant(Mark.class, fact.mark().value()),
                                        fact.source() == null
                                                ? ""
                                                : fact.source().value()))))
                        .toList());
    }

    /** A choice of a State is shown in its own words, everything else as it is. */
    private static @Nullable String detail(InstrumentId instrument, @Nullable Label detail) {
        return detail == null
                ? null
                : treaties().about(instrument).stream()
                        .flatMap(fact -> fact instanceof StateChoice choice ? Stream.of(choice) : Stream.empty())
                        .filter(choice -> choice.key().equals(detail.value()))
                        .findFirst()
                        .map(choice -> choice.article() + ": " + choice.label())
                        .orElse(detail.value());
    }

    /** What an instrument is called. */
    public static String name(InstrumentId instrument) {
        return treaties().treaty(instrument).map(Treaty::shortName).orElse(instrument.value());
    }

    /** What a request has to say, and what of it it says; forms in use come last. */
    public static ContentsView contents(Matter matter) {
        return contents(matter.contents(), matter.forms());
    }

    /** A checklist and the forms in use. */
    public static ContentsView contents(Checklist list, List<Item> forms) {
        var items = Stream.concat(
                list.entries().stream().map(entry -> item(entry.item(), entry.state())),
                forms.stream().map(item -> item(item, Checklist.State.TO_CONSIDER)));
        return new ContentsView(list.met(), list.owed(), items.toList());
    }

    private static ContentsView.Item item(Item item, Checklist.State state) {
        return new ContentsView.Item(
                item.code(),
                item.label(),
                item.citation(),
                new Code(Kebab.of(item.obligation())),
                new Code(Kebab.of(state)),
                source(item.source()));
    }

    /** The grounds that are open to a matter on a day, by the commands that give them. */
    public static Map<Code, List<GroundView>> grounds(Matter matter, List<String> commands, LocalDate day) {
        var grounds = new LinkedHashMap<Code, List<GroundView>>();
        for (String command : commands) {
            var open = matter.grounds(command, treaties(), day);
            if (!open.isEmpty()) {
                grounds.put(
                        new Code(command),
                        open.entrySet().stream()
                                .flatMap(use -> use.getValue().stream().map(ground -> ground(use.getKey(), ground)))
                                .toList());
            }
        }
        return grounds;
    }

    private static GroundView ground(Use use, Ground ground) {
        return new GroundView(
                ground.code(),
                new Code(Kebab.of(use)),
                ground.label(),
                ground.citation(),
                new Code(Kebab.of(ground.consultation())),
                ground.reasonsOwed(),
                source(ground.source()));
    }
}
