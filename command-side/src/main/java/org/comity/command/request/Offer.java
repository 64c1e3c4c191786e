package org.comity.command.request;

import java.util.Map;
import java.util.UUID;
import org.comity.api.Malformed;

/**
 * What the door sends along, in case a command needs two persons.
 *
 * @param proposal identity that a proposal would have
 * @param body the command as JSON, its personal values sealed
 */
public record Offer(UUID proposal, String body) {
    /** Reads it from the metadata of a command. */
    public static Offer read(Map<String, ?> metadata) {
        if (metadata.get("proposal") instanceof String proposal && metadata.get("body") instanceof String body) {
            return new Offer(UUID.fromString(proposal), body);
        }
        throw new Malformed("a command that needs two persons comes with the metadata proposal and body");
    }
}
