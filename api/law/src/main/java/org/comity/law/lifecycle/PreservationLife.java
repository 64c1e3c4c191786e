package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.Map;
import org.comity.api.Code;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The life of a preservation request.
 *
 * @param now the course of its effective history
 * @param history its facts as they were recorded
 * @param version sequence of the last fact; -1 before the first
 */
public record PreservationLife(PreservationCourse now, History<PreservationEvent> history, long version)
        implements Life<PreservationStatus, PreservationEvent, PreservationLife> {
    /** The table that this life executes. */
    public static final LifeTable<PreservationStatus> TABLE = LifeTable.read(
            "preservation",
            "transitions-preservation.csv",
            PreservationStatus.class,
            PreservationCommand.class,
            PreservationEvent.class);

    /** The life before its first fact. */
    public static final PreservationLife NONE = new PreservationLife(PreservationCourse.NONE, History.empty(), -1);

    @Override
    public LifeTable<PreservationStatus> table() {
        return TABLE;
    }

    @Override
    public PreservationLife unborn() {
        return NONE;
    }

    @Override
    public PreservationLife counting(Fact<PreservationEvent> fact) {
        return new PreservationLife(now.after(fact), history.plus(fact), fact.sequence());
    }

    @Override
    public PreservationLife recordedAs(History<PreservationEvent> recorded, long last) {
        return new PreservationLife(now, recorded, last);
    }

    @Override
    public @Nullable PreservationContents contents() {
        return now.contents();
    }

    /** When the preservation ends by itself; null unless it is preserved and nothing holds it. */
    public @Nullable Instant expiresAt() {
        return status() == PreservationStatus.PRESERVED ? now.term().end() : null;
    }

    /** The rule from which that end was computed. */
    public @Nullable Code expiryRule() {
        return expiresAt() == null ? null : now.term().rule();
    }

    /** The undecided requests for which the data are held. */
    public Map<MlaRequestId, FollowUpHold> followUps() {
        return now.followUps();
    }
}
