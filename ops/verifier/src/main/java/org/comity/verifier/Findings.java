package org.comity.verifier;

import java.io.PrintStream;
import java.util.regex.Pattern;

/** What is wrong: told at once, up to a limit, and counted. */
final class Findings {
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final PrintStream out;
    private final int limit;
    private long count;

    Findings(PrintStream out, int limit) {
        this.out = out;
        this.limit = limit;
    }

    void at(long position, String what) {
        add("position " + position + ": " + what);
    }

    void between(long first, long last, String what) {
        add((first == last ? "position " + first : "positions " + first + " to " + last) + ": " + what);
    }

    void add(String what) {
        count++;
        if (count <= limit) {
            say("FAILED " + what);
        } else if (count == limit + 1L) {
            say("FAILED further failures are counted and not shown");
        }
    }

    /** Says one line. */
    void say(String what) {
        out.println(plain(what));
    }

    /** The words may be those of an enemy: none of their characters begins a line of its own, or commands the terminal. */
    static String plain(String words) {
        return COMMANDS.matcher(words).replaceAll("\uFFFD");
    }

    long count() {
        return count;
    }
}
