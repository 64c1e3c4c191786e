package org.comity.command.request;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.GroundCode;
import org.comity.api.Refused;
import org.comity.api.RequestContents;
import org.comity.api.StateCode;
import org.comity.api.treaty.TreatyAnswer;
import org.comity.api.treaty.TreatyAnswer.Basis;
import org.comity.api.treaty.TreatyAnswer.Reason;
import org.comity.law.grounds.Circumstances;
import org.comity.law.grounds.Grounds;
import org.comity.law.grounds.Grounds.Use;
import org.comity.law.matter.Matter;
import org.comity.law.treaty.TreatyFacts;
import org.jspecify.annotations.Nullable;

/** Rules that follow from the tables of the law: what binds two States, what a request has to say, on which grounds it is refused. */
public final class LawRules {
    private static final Code NOT_BOUND = new Code("not-bound");

    private LawRules() {}

    /** What is known of treaties today. */
    public static TreatyFacts treaties() {
        return TreatyFacts.ofThisRelease();
    }

    /** What is known, on the day of an act, of the legal bases of a request, for the act to keep. */
    public static @Nullable TreatyAnswer relation(
            @Nullable RequestContents says, @Nullable StateCode requested, Act act) {
        return says == null
                ? null
                : Matter.in(says, requested == null ? says.to() : requested).answer(treaties(), Moments.day(act));
    }

    /**
     * Refuses to rely on an instrument that is recorded not to bind the two States. What is not recorded refuses nothing, or a
     * gap in our own list would be turned against another State. An act is judged by the answer that it was given.
     */
    public static void bound(@Nullable TreatyAnswer relation) {
        List<Basis> bases = relation == null ? List.of() : relation.bases();
        for (int i = 0; i < bases.size(); i++) {
            Basis basis = bases.get(i);
            if (relation != null && basis.standing().equals(NOT_BOUND)) {
                throw Refused.unacceptable(
                                "treaty.not-bound",
                                "bases[" + i + "]",
                                "The instrument " + basis.instrument() + " is recorded not to bind the two States on "
                                        + relation.on() + ": "
                                        + basis.facts().stream()
                                                .map(LawRules::sentence)
                                                .collect(Collectors.joining("; "))
                                        + ".")
                        .from(basis.facts().stream()
                                .map(fact ->
                                        fact.source() == null ? fact.mark().value() : fact.mark() + " " + fact.source())
                                .distinct()
                                .collect(Collectors.joining("; ")))
                        .with("facts", basis.facts());
            }
        }
    }

    private static String sentence(Reason fact) {
        var parts = new StringBuilder(fact.fact().value());
        for (Object part : new @Nullable Object[] {fact.state(), fact.day(), fact.detail()}) {
            if (part != null) {
                parts.append(' ').append(part);
            }
        }
        return parts.toString();
    }

    /** Refuses to send on what lacks an item that its instruments ask for. */
    public static void complete(@Nullable RequestContents says) {
        if (says != null) {
            Matter.of(says).contents().demandComplete();
        }
    }

    /** What is sent back as incomplete lacks something that its own instruments ask for. */
    public static void missing(@Nullable RequestContents says, List<ContentCode> missing) {
        for (int i = 0; says != null && i < missing.size(); i++) {
            Matter.of(says).check(missing.get(i), "missing[" + i + "]");
        }
    }

    /** Refuses grounds that are not open in these circumstances. */
    public static void grounds(Circumstances in, List<GroundCode> grounds, String field, Set<Use> uses) {
        for (int i = 0; i < grounds.size(); i++) {
            Grounds.check(grounds.get(i), field + "[" + i + "]", in, uses);
        }
    }
}
