package org.comity.law.deadline;

import java.time.Instant;
import java.util.UUID;
import org.comity.api.Code;
import org.jspecify.annotations.Nullable;

/**
 * A longer time that somebody was given.
 *
 * @param rule whose term is longer; none for the one that fits
 * @param until the new end; none for as long as the rule allows
 * @param at when it was given
 */
public record Extension(@Nullable Code rule, @Nullable Instant until, Instant at, UUID event) {}
