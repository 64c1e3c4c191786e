package org.comity.query.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.api.Malformed;
import org.comity.log.store.EventLog;
import org.comity.log.vault.PositionTokens;
import org.comity.query.web.BadParameter;
import org.comity.query.web.NotYet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets a reader see what somebody was just answered: holds a question back until its projection has come that far. */
@Component
public final class Reached {
    private static final Logger LOG = LoggerFactory.getLogger(Reached.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Another node may be the one that writes the projection, and does not tell us. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Progress progress;
    private final EventLog log;
    private final PositionTokens tokens;
    private final AtomicReference<CountDownLatch> move = new AtomicReference<>(new CountDownLatch(1));

    public Reached(Progress progress, EventLog log, PositionTokens tokens) {
        this.progress = progress;
        this.log = log;
        this.tokens = tokens;
    }

    /**
     * Waits until a projection has reached the position of a token.
     *
     * @param after token of the parameter of that name; none does not wait
     * @throws BadParameter if it is no token, or one of a position that the log does not have
     * @throws NotYet if it did not come that far within two seconds
     */
    public void await(String projection, @Nullable String after) {
        if (after != null) {
            await(projection, inLog(after));
        }
    }

    /** For answers that are folded from the log itself, which is always as far as the log is. */
    public void check(@Nullable String after) {
        if (after != null) {
            inLog(after);
        }
    }

    private long inLog(String after) {
        try {
            long position = tokens.position(after);
            if (position <= log.end().position()) {
                return position;
            }
        } catch (Malformed e) {
            throw new BadParameter("after", "is the Comity-Position of an earlier answer");
        }
        throw new BadParameter("after", "is a position that this log has not reached");
    }

    private void await(String projection, long position) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // taken before the look, so that a move between look and pause is not missed; no connection is held while
        // pausing
        for (CountDownLatch next = move.get(); progress.position(projection) < position; next = move.get()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new NotYet();
            }
            pause(next, Math.min(left, LOOK_AGAIN.toNanos()));
        }
    }

    private static void pause(CountDownLatch next, long nanos) {
        try {
            boolean moved = next.await(nanos, TimeUnit.NANOSECONDS);
            LOG.trace("looking again, moved here: {}", moved);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYet();
        }
    }

    /** Wakes those who wait on this node. */
    void moved() {
        move.getAndSet(new CountDownLatch(1)).countDown();
    }
}
