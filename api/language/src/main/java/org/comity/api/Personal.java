package org.comity.api;

import java.util.UUID;

/**
 * A personal value, sealed: readable only with a key that can be destroyed. Commands, events, logs and projections carry
 * this form and never the plain one. Sealed with Tink AEAD; the associated data are the request's id and the value's id.
 *
 * @param value identity of the value; copies of it in later events keep the identity
 * @param key identity of the key in the vault
 * @param sealed ciphertext in base64url without padding
 */
public record Personal(UUID value, UUID key, String sealed) {
    public Personal {
        Malformed.unless(!sealed.isEmpty(), "a sealed value has a ciphertext");
    }

    @Override
    public String toString() {
        return "Personal[" + value + "]";
    }
}
