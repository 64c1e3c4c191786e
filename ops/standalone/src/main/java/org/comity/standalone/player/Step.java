package org.comity.standalone.player;

import java.time.Instant;
import java.util.Comparator;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row of a scenario.
 *
 * @param aggregate name of the request, local to the file
 * @param as login that acts; two joined by a plus sign where two persons are needed; {@code system}
 * @param data facts of the story that matter
 * @param event what must have happened
 * @param statusAfter status that must be read afterwards; {@code REJECTED} if the door must refuse
 */
record Step(
        String scenario,
        int number,
        Instant at,
        String aggregate,
        String as,
        String command,
        ObjectNode data,
        String event,
        String statusAfter) {
    private static final String SYSTEM = "system";
    private static final String REJECTED = "REJECTED";

    /** The order in which steps are played: that of the world, over the whole file. */
    static final Comparator<Step> IN_THE_WORLD =
            Comparator.comparing(Step::at).thenComparing(Step::scenario).thenComparing(Step::number);

    /** True if nobody acts: it must happen by itself. */
    boolean isBySystem() {
        return as.equals(SYSTEM);
    }

    boolean mustBeRefused() {
        return statusAfter.equals(REJECTED);
    }

    boolean needsTwo() {
        return as.contains("+");
    }

    /** Who sends the command. */
    String first() {
        return needsTwo() ? as.substring(0, as.indexOf('+')).strip() : as;
    }

    /** Who confirms it. */
    String second() {
        return as.substring(as.indexOf('+') + 1).strip();
    }

    boolean isCreation() {
        return command.equals("draft") || command.equals("offer") || command.equals("record-incoming");
    }

    String label() {
        return scenario + " " + number;
    }
}
