package org.comity.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Recorded;
import org.comity.log.store.EventLog;

/**
 * The lives of requests as a projection has come to know them. A life that is kept is carried on by the next events of its
 * stream; one that is not, or that does not end where they begin, is folded anew from the log. So what is kept is never
 * believed, only saved work, and the bound on it is a matter of speed alone.
 */
public final class Lives<E extends Event, L> {
    private static final int MOST = 2_000;

    private final EventLog log;
    private final Class<E> family;
    private final L unborn;
    private final BiFunction<L, Fact<E>, L> after;
    private final List<Map<String, Lived<L>>> kept = List.of(bounded(), bounded());

    /** A life and where it ends. */
    private record Lived<L>(L life, long sequence, long position) {}

    /**
     * Lives of one family.
     *
     * @param unborn life before the first event
     * @param after the one fold
     */
    public Lives(EventLog log, Class<E> family, L unborn, BiFunction<L, Fact<E>, L> after) {
        this.log = log;
        this.family = family;
        this.unborn = unborn;
        this.after = after;
    }

    /** The events of this family, by stream, in the order in which the streams appear. */
    public Map<String, List<Recorded<E>>> byStream(List<Recorded<?>> events) {
        var streams = new LinkedHashMap<String, List<Recorded<E>>>();
        for (Recorded<?> recorded : events) {
            if (family.isInstance(recorded.event())) {
                streams.computeIfAbsent(recorded.stream(), ignored -> new ArrayList<>())
                        .add(of(recorded));
            }
        }
        return streams;
    }

    /** The life of a stream after these of its events. */
    public synchronized L after(Slot slot, String stream, List<Recorded<E>> news) {
        Lived<L> before = kept(slot).get(stream);
        Recorded<E> first = news.getFirst();
        Recorded<E> last = news.getLast();
        if (first.fact().sequence() == 0) {
            before = new Lived<>(unborn, -1, -1);
        }
        Lived<L> now = before != null && before.sequence() == first.fact().sequence() - 1
                ? carriedOn(before, news)
                : read(stream, last.position());
        kept(slot).put(stream, now);
        return now.life();
    }

    /**
     * The life of a stream as of a position, unborn if it is a stream of another family: an id in an event may be that of
     * anything. Read each time, since another node may have written what this one did not see.
     */
    public L at(String stream, long position) {
        return read(stream, position).life();
    }

    public synchronized void forget(Slot slot) {
        kept(slot).clear();
    }

    private Lived<L> read(String stream, long upTo) {
        List<Recorded<E>> all = new ArrayList<>();
        for (Recorded<?> recorded : log.read(stream)) {
            if (recorded.position() <= upTo && family.isInstance(recorded.event())) {
                all.add(of(recorded));
            }
        }
        return carriedOn(new Lived<>(unborn, -1, -1), all);
    }

    private Lived<L> carriedOn(Lived<L> before, List<Recorded<E>> news) {
        Lived<L> now = before;
        for (Recorded<E> recorded : news) {
            now = new Lived<>(
                    after.apply(now.life(), recorded.fact()), recorded.fact().sequence(), recorded.position());
        }
        return now;
    }

    @SuppressWarnings("unchecked")
    private Recorded<E> of(Recorded<?> recorded) {
        if (!family.isInstance(recorded.event())) {
            throw new IllegalStateException("stream " + recorded.stream() + " holds " + recorded.name());
        }
        return (Recorded<E>) recorded;
    }

    private Map<String, Lived<L>> kept(Slot slot) {
        return kept.get(slot.number());
    }

    private static <L> Map<String, Lived<L>> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Lived<L>> eldest) {
                return size() > MOST;
            }
        };
    }
}
