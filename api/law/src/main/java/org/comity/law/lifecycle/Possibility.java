package org.comity.law.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * A command that a person might send, and whether it is open now.
 *
 * @param why the sentence that says why not, if it is closed
 * @param source the row of the law behind that sentence
 */
public record Possibility(
        String command,
        boolean open,
        @Nullable String why,
        @Nullable String source) {

    /** What a verdict says of a command. */
    public static Possibility of(String command, Verdict<?> verdict) {
        return switch (verdict) {
            case Verdict.Open<?> open -> new Possibility(command, true, null, null);
            case Verdict.Closed<?> closed ->
                new Possibility(
                        command, false, closed.why().sentence(), closed.why().source());
        };
    }
}
