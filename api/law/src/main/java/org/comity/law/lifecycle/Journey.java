package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.comity.api.Channel;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/**
 * To whom a request was sent, and how.
 *
 * @param sender office that sent it
 * @param addressee office that it was sent or forwarded to last
 * @param reached every office that it was sent or forwarded to
 * @param sentAt when it was last sent by the requesting side; no receipt can be earlier
 */
public record Journey(
        @Nullable AuthorityId sender,
        @Nullable AuthorityId addressee,
        Set<AuthorityId> reached,
        @Nullable Channel channel,
        @Nullable Instant sentAt) {
    public static final Journey NONE = new Journey(null, null, Set.of(), null, null);

    public Journey {
        reached = Set.copyOf(reached);
    }

    /** True once the requested side may know of the request. */
    public boolean hasBegun() {
        return !reached.isEmpty();
    }

    /** Sent by an office of the requesting side. */
    public Journey sent(@Nullable AuthorityId by, AuthorityId to, @Nullable Channel channel, @Nullable Instant sentAt) {
        return new Journey(by, to, with(to), channel, sentAt);
    }

    /** Passed on by a receiver; without a channel by the same one. */
    public Journey forwarded(AuthorityId to, @Nullable Channel by) {
        return new Journey(sender, to, with(to), by != null ? by : channel, sentAt);
    }

    /** It did not arrive, so the last addressee never had it. */
    public Journey failed() {
        var others = new HashSet<>(reached);
        if (addressee != null) {
            others.remove(addressee);
        }
        return new Journey(sender, null, others, channel, null);
    }

    private Set<AuthorityId> with(AuthorityId to) {
        var more = new HashSet<>(reached);
        more.add(to);
        return more;
    }
}
