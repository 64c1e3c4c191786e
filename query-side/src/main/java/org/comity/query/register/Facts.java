package org.comity.query.register;

import java.util.List;
import org.comity.api.Event;
import org.comity.api.Fact;
import org.comity.api.Recorded;

/** A stream as the facts of one family. */
public final class Facts {
    private Facts() {}

    /** The facts of a stream; none if it is a stream of another family. */
    public static <E extends Event> List<Fact<E>> of(List<Recorded<?>> history, Class<E> family) {
        return history.stream()
                .filter(recorded -> family.isInstance(recorded.event()))
                .map(recorded -> new Fact<>(
                        recorded.fact().eventId(),
                        recorded.fact().sequence(),
                        family.cast(recorded.event()),
                        recorded.fact().act()))
                .toList();
    }
}
