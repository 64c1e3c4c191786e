package org.comity.standalone.player;

/**
 * How a step went.
 *
 * @param label scenario and number
 * @param ok whether what was found is what was expected
 */
public record Result(String label, String aggregate, String command, String expected, String found, boolean ok) {

    static Result of(Step step, String event, String status) {
        String expected = step.event() + " " + step.statusAfter();
        String found = event + " " + status;
        return new Result(step.label(), step.aggregate(), step.command(), expected, found, expected.equals(found));
    }

    static Result refused(Step step, String found) {
        return new Result(step.label(), step.aggregate(), step.command(), "REJECTED", "refused: " + found, true);
    }

    static Result failed(Step step, String found) {
        String expected = step.mustBeRefused() ? "REJECTED" : step.event() + " " + step.statusAfter();
        return new Result(step.label(), step.aggregate(), step.command(), expected, found, false);
    }

    /** One line: step, expected, found. */
    public String line() {
        return "%-9s %-7s %-28s expected %-48s found %-48s %s"
                .formatted(label, aggregate, command, expected, found, ok ? "ok" : "DIFFERENT");
    }
}
