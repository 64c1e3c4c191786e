package org.comity.command.timetable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All that happens by itself, expiries and reminders alike, in the one order of their moments. */
@Component
public class Clockwork {
    private final List<ByItself> parts;

    public Clockwork(List<ByItself> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The next moment at which something falls due; a moment that has passed is the first. */
    public Optional<Instant> nextDue() {
        return parts.stream().flatMap(part -> part.nextDue().stream()).min(Comparator.naturalOrder());
    }

    /**
     * Lets everything happen that is due. What fails is due again the next time and holds up nothing else; the failure is
     * thrown when the others are done.
     *
     * @return how much happened
     */
    public int runDue(Instant now) {
        int happened = 0;
        RuntimeException failure = null;
        Instant reached = Instant.MIN;
        while (true) {
            Optional<Instant> next = nextDue().filter(moment -> !moment.isAfter(now));
            if (next.isEmpty() || !next.get().isAfter(reached)) {
                break;
            }
            reached = next.get();
            for (ByItself part : parts) {
                try {
                    happened += part.runDue(reached);
                } catch (RuntimeException e) {
                    if (failure == null) {
                        failure = e;
                    } else {
                        failure.addSuppressed(e);
                    }
                }
            }
            if (failure != null) {
                // What failed stays first in its order; everything else that is due must not wait for it.
                happened += all(now, failure);
                throw failure;
            }
        }
        return happened;
    }

    private int all(Instant now, RuntimeException failure) {
        int happened = 0;
        for (ByItself part : parts) {
            try {
                happened += part.runDue(now);
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
        return happened;
    }
}
