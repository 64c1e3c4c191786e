package org.comity.log.dispatch;

import java.util.List;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.jspecify.annotations.Nullable;

/** One try to decide a command: on which version, whether that was a guess, and what the log took. */
final class Attempt {
    /** The try that is going on in this thread; the command itself carries nothing but what will be stored. */
    static final ScopedValue<Attempt> CURRENT = ScopedValue.newInstance();

    private final boolean mayGuess;
    private final @Nullable Long expected;
    private final @Nullable Refused objection;
    private long version = -1;
    private boolean guessed;
    private List<Recorded<?>> taken = List.of();

    Attempt(boolean mayGuess, @Nullable Long expected, @Nullable Refused objection) {
        this.mayGuess = mayGuess;
        this.expected = expected;
        this.objection = objection;
    }

    static Attempt current() {
        if (!CURRENT.isBound()) {
            throw new IllegalStateException("commands are sent through CommandDispatch, on one thread");
        }
        return CURRENT.get();
    }

    boolean mayGuess() {
        return mayGuess;
    }

    void decidesOn(@Nullable Long versionOrNone, boolean isGuess) {
        version = versionOrNone == null ? -1 : versionOrNone;
        guessed = isGuess;
    }

    void took(List<Recorded<?>> events) {
        taken = List.copyOf(events);
    }

    /** The version decided upon, -1 if there was nothing yet. */
    long version() {
        return version;
    }

    boolean isGuess() {
        return guessed;
    }

    /** True if the sender had seen another version than the one decided upon. */
    boolean isStale() {
        return expected != null && expected != version;
    }

    /** Ends the try if the sender itself has an objection to what the rules have allowed. */
    void raiseObjection() {
        if (objection != null) {
            throw objection;
        }
    }

    List<Recorded<?>> taken() {
        return taken;
    }
}
