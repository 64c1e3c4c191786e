package org.comity.law.lifecycle;

import org.comity.api.Fact;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousContents;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.jspecify.annotations.Nullable;

/**
 * The life of spontaneous information.
 *
 * @param now the course of its effective history
 * @param history its facts as they were recorded
 * @param version sequence of the last fact; -1 before the first
 */
public record SpontaneousLife(SpontaneousCourse now, History<SpontaneousEvent> history, long version)
        implements Life<SpontaneousStatus, SpontaneousEvent, SpontaneousLife> {
    /** The table that this life executes. */
    public static final LifeTable<SpontaneousStatus> TABLE = LifeTable.read(
            "spontaneous",
            "transitions-spontaneous.csv",
            SpontaneousStatus.class,
            SpontaneousCommand.class,
            SpontaneousEvent.class);

    /** The life before its first fact. */
    public static final SpontaneousLife NONE = new SpontaneousLife(SpontaneousCourse.NONE, History.empty(), -1);

    @Override
    public LifeTable<SpontaneousStatus> table() {
        return TABLE;
    }

    @Override
    public SpontaneousLife unborn() {
        return NONE;
    }

    @Override
    public SpontaneousLife counting(Fact<SpontaneousEvent> fact) {
        return new SpontaneousLife(now.after(fact), history.plus(fact), fact.sequence());
    }

    @Override
    public SpontaneousLife recordedAs(History<SpontaneousEvent> recorded, long last) {
        return new SpontaneousLife(now, recorded, last);
    }

    @Override
    public @Nullable SpontaneousContents contents() {
        return now.contents();
    }
}
