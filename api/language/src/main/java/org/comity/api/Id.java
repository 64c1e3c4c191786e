package org.comity.api;

import java.util.UUID;

/** The random identity of something that has a history of its own; its text form is the name of its stream. */
public interface Id {
    UUID value();
}
