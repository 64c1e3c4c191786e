package org.comity.law.lifecycle;

import java.time.Instant;
import org.comity.api.Fact;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.jspecify.annotations.Nullable;

/**
 * The life of a request for mutual legal assistance.
 *
 * @param now the course of its effective history
 * @param history its facts as they were recorded
 * @param version sequence of the last fact; -1 before the first
 */
public record MlaRequestLife(MlaCourse now, History<MlaRequestEvent> history, long version)
        implements Life<MlaStatus, MlaRequestEvent, MlaRequestLife> {
    /** The table that this life executes. */
    public static final LifeTable<MlaStatus> TABLE = LifeTable.read(
            "mla", "transitions-mla.csv", MlaStatus.class, MlaRequestCommand.class, MlaRequestEvent.class);

    /** The life before its first fact. */
    public static final MlaRequestLife NONE = new MlaRequestLife(MlaCourse.NONE, History.empty(), -1);

    @Override
    public LifeTable<MlaStatus> table() {
        return TABLE;
    }

    @Override
    public MlaRequestLife unborn() {
        return NONE;
    }

    @Override
    public MlaRequestLife counting(Fact<MlaRequestEvent> fact) {
        return new MlaRequestLife(now.after(fact), history.plus(fact), fact.sequence());
    }

    @Override
    public MlaRequestLife recordedAs(History<MlaRequestEvent> recorded, long last) {
        return new MlaRequestLife(now, recorded, last);
    }

    @Override
    public @Nullable MlaContents contents() {
        return now.contents();
    }

    /** The first legal receipt by the authority that has the request in hand. */
    public @Nullable Instant firstReceivedAt() {
        return now.firstReceivedAt();
    }
}
