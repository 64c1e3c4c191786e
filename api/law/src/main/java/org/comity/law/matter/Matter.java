package org.comity.law.matter;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.ContentCode;
import org.comity.api.RequestContents;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.preservation.OffenceKind;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.treaty.TreatyAnswer;
import org.comity.law.RequestKind;
import org.comity.law.contents.Checklist;
import org.comity.law.contents.Item;
import org.comity.law.grounds.Circumstances;
import org.comity.law.grounds.Circumstances.Offence;
import org.comity.law.grounds.Ground;
import org.comity.law.grounds.Grounds;
import org.comity.law.grounds.Grounds.Use;
import org.comity.law.treaty.TreatyFacts;
import org.comity.law.treaty.TreatyRelation;
import org.comity.law.treaty.TreatyRelation.Answer;
import org.comity.law.treaty.TreatyRelation.Question;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of one request.
 *
 * @param requested the State whose authority has, or is to have, the request in hand
 * @param kinds that it falls under
 */
public record Matter(RequestContents says, StateCode requested, Set<RequestKind> kinds) {
    public Matter {
        kinds = Set.copyOf(kinds);
    }

    /** A request by what it says. */
    public static Matter of(RequestContents says) {
        return in(says, says.to());
    }

    /** A request that an authority of another State than it names has in hand. */
    public static Matter in(RequestContents says, StateCode requested) {
        return new Matter(says, requested, RequestKind.of(says));
    }

    /** How its legal bases stand between the two States on a day. */
    public List<Answer> bases(TreatyFacts facts, LocalDate day) {
        return TreatyRelation.of(facts, question(day), says.bases());
    }

    /** The same in the form in which an act keeps it. */
    public TreatyAnswer answer(TreatyFacts facts, LocalDate day) {
        return TreatyRelation.given(bases(facts, day), day);
    }

    /** What it has to say, against what it says. Information that nobody asked for owes nothing. */
    public Checklist contents() {
        return switch (says) {
            case MlaContents mla -> Checklist.of(mla);
            case PreservationContents preservation -> Checklist.of(preservation);
            default -> new Checklist(List.of());
        };
    }

    /** The items whose codes a return for incompleteness may name. */
    public List<Item> items() {
        return Checklist.items(says.bases(), kinds);
    }

    /** What the forms in use ask for beyond the instruments. */
    public List<Item> forms() {
        return Checklist.forms(says.bases(), kinds);
    }

    /** Refuses a code that no instrument of the request asks for. */
    public void check(ContentCode code, String field) {
        Checklist.check(code, field, says.bases(), kinds);
    }

    /**
     * What decides which grounds are open on a day.
     *
     * @param found what the one who decides says of the offence; if nothing, what the request says counts
     */
    public Circumstances circumstances(TreatyFacts facts, LocalDate day, @Nullable OffenceKind found) {
        return Circumstances.of(facts, question(day), says.bases(), offence(found));
    }

    /** The circumstances in which path data are disclosed or withheld. Source: ETS 185 art. 30(2). */
    public Circumstances ofTrafficPath(TreatyFacts facts, LocalDate day) {
        var path = new Matter(says, requested, Set.of(RequestKind.TRAFFIC_DATA_PARTIAL_DISCLOSURE));
        return path.circumstances(facts, day, null);
    }

    /**
     * The grounds that may be given with a command on a day. Where the request does not say whether the convention describes
     * the offence, those are among them for which the one who decides would have to say that it does not.
     */
    public Map<Use, List<Ground>> grounds(String command, TreatyFacts facts, LocalDate day) {
        OffenceKind found = offence(null) == Offence.NOT_STATED ? OffenceKind.OUTSIDE_THE_CONVENTION : null;
        var open = new LinkedHashMap<Use, List<Ground>>();
        Arrays.stream(Use.values()).filter(use -> use.isGivenBy(command)).forEach(use -> {
            var in = use == Use.WITHHOLDING ? ofTrafficPath(facts, day) : circumstances(facts, day, found);
            open.put(use, Grounds.open(in, use));
        });
        return open;
    }

    private Question question(LocalDate day) {
        return new Question(says.from(), requested, kinds, day);
    }

    private Offence offence(@Nullable OffenceKind found) {
        OffenceKind kind = found != null
                ? found
                : says instanceof PreservationContents preservation ? preservation.offenceKind() : null;
        return switch (kind) {
            case null -> Offence.NOT_STATED;
            case OF_THE_CONVENTION -> Offence.OF_THE_CONVENTION;
            case OUTSIDE_THE_CONVENTION -> Offence.OUTSIDE_THE_CONVENTION;
        };
    }
}
