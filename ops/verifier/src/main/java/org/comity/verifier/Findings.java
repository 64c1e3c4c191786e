package org.comity.verifier;

import java.io.PrintStream;

/** What is wrong: told at once, up to a limit, and counted. */
final class Findings {
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
            out.println("FAILED " + what);
        } else if (count == limit + 1L) {
            out.println("FAILED further failures are counted and not shown");
        }
    }

    void progress(String what) {
        out.println(what);
    }

    long count() {
        return count;
    }
}
