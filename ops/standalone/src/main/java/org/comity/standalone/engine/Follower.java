package org.comity.standalone.engine;

import org.axonframework.eventhandling.EventHandler;
import org.comity.api.Event;

/**
 * Follows the log in a processing group and does nothing. Axon stores the token of a group only when a handler of it has had
 * something to do; with a follower in it, the stored token says how far the group has read, on whichever node.
 */
record Follower(String group) {
    @EventHandler
    void on(Event event) {
        // what matters is the token that is stored afterwards
    }
}
