package org.comity.api;

import java.util.UUID;

/**
 * An event with what makes it a fact: its identity, its place in the stream and the act that caused it.
 *
 * @param eventId identity of the event, by which a correction names it
 * @param sequence version of the stream after this event, counted from 0
 */
public record Fact<E extends Event>(UUID eventId, long sequence, E event, Act act) {}
