package org.comity.api.view;

import org.jspecify.annotations.Nullable;

/**
 * How others call the request.
 *
 * @param requesting reference of the requesting authority, from its letter
 * @param requested reference of the requested authority, from its receipt
 * @param provider ticket of the provider that holds the data
 */
public record References(
        @Nullable String requesting,
        @Nullable String requested,
        @Nullable String provider) {}
