package org.comity.query.law;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.comity.api.StateCode;
import org.comity.api.view.TreatyRelationView;
import org.comity.law.RequestKind;
import org.comity.law.treaty.TreatyRelation;
import org.comity.law.treaty.TreatyRelation.Question;
import org.comity.query.web.BadParameter;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;

/** Answers questions about what binds whom; each answer is as good as the facts under it, which it shows. */
final class LawQuestions {
    private final InstantSource worldClock;

    LawQuestions(InstantSource worldClock) {
        this.worldClock = worldClock;
    }

    /** Who would ask whom for what, and when; without a day, today. */
    record Asked(
            StateCode from,
            StateCode to,
            RequestKind measure,
            @Nullable LocalDate on) {
        /** What parameters ask; none if they leave out a State or the measure. */
        static @Nullable Asked of(
                @Nullable String from, @Nullable String to, @Nullable String measure, @Nullable String on) {
            StateCode requesting = Parameters.state("from", from);
            StateCode requested = Parameters.state("to", to);
            RequestKind kind = Parameters.constant("measure", measure, RequestKind.class);
            LocalDate day = Parameters.day("on", on);
            if (requesting == null || requested == null || kind == null) {
                return null;
            }
            if (requesting.equals(requested)) {
                throw new BadParameter("to", "is another State than the one that asks");
            }
            return new Asked(requesting, requested, kind, day);
        }
    }

    /** What binds two States for a measure, the instruments that come first between them first. */
    TreatyRelationView relation(Asked asked) {
        LocalDate day = asked.on() == null ? today() : asked.on();
        var kinds = EnumSet.of(asked.measure());
        var relation = TreatyRelation.of(LawSights.treaties(), new Question(asked.from(), asked.to(), kinds, day));
        return LawSights.relation(asked.from(), asked.to(), kinds, TreatyRelation.given(relation.answers(), day));
    }

    LocalDate today() {
        return LocalDate.ofInstant(worldClock.instant(), ZoneOffset.UTC);
    }
}
