package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.comity.api.Code;
import org.jspecify.annotations.Nullable;

/**
 * How long data are preserved if nothing holds them.
 *
 * @param end of the term; a hold does not change it, so that it can be armed again
 * @param rule from which the end was computed
 * @param extensions how often the end was moved
 * @param askedAt when an extension was asked for that is neither granted nor refused yet
 * @param expiry the event by which the term ended, if it did
 */
public record Term(
        @Nullable Instant end,
        @Nullable Code rule,
        int extensions,
        @Nullable Instant askedAt,
        @Nullable UUID expiry) {
    public static final Term NONE = new Term(null, null, 0, null, null);

    /** True if something that happened at a moment happened before the end. */
    public boolean covers(Instant moment) {
        return end != null && moment.isBefore(end);
    }

    Term confirmed(Instant until, @Nullable Code by) {
        return new Term(until, by, extensions, askedAt, expiry);
    }

    Term asked(Instant at) {
        return new Term(end, rule, extensions, at, expiry);
    }

    Term extended(Instant until, @Nullable Code by, int extension) {
        return new Term(until, by != null ? by : rule, extension, null, expiry);
    }

    Term extensionRefused() {
        return new Term(end, rule, extensions, null, expiry);
    }

    Term expired(UUID event) {
        return new Term(end, rule, extensions, askedAt, event);
    }
}
