package org.comity.api;

import org.jspecify.annotations.Nullable;

/**
 * A person whom a request is about. All that is known of the person is sealed with the person's own key.
 *
 * @param role category of the person, kept apart as LED 2016/680 art. 6 asks: suspect, victim, witness, ...
 */
public record Person(
        PersonRef ref,
        Code role,
        @Form(Form.Kind.NAME) @Nullable Personal name,
        @Form(Form.Kind.TEXT) @Nullable Personal details) {}
