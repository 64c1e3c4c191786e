package org.comity.log.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an identifier or name was found; whether the reader may know of the request is for the caller to check.
 *
 * @param request value of the id of the request
 * @param person reference to the person within the request, if it belongs to one
 * @param value identity of the sealed value
 */
public record Occurrence(UUID request, @Nullable String person, UUID value) {}
