package org.comity.log.vault;

/** What a sealed value turns out to be for somebody who may read the request. */
public sealed interface Opened {

    /** The value in plain. */
    record Plain(String text) implements Opened {
        @Override
        public String toString() {
            return "Plain";
        }
    }

    /** Its key was destroyed; nobody can read it again. */
    record Erased() implements Opened {}

    /** The processing of what is known of the person is restricted; it is kept and not shown. */
    record Restricted() implements Opened {}
}
