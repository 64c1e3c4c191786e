package org.comity.api;

/** Something that happened to one request or authority and can never un-happen; a correction is an event of its own. */
public interface Event {
    Id id();
}
