package org.comity.log.store;

import org.comity.api.Recorded;
import org.comity.log.names.Origin;

/** A recorded event with where it comes from: command, key, cause and law. */
public record LogEntry(Recorded<?> recorded, Origin origin) {}
