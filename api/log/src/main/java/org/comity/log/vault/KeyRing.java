package org.comity.log.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.comity.api.Personal;

/**
 * The keys of one request, read once and used for one answer. It is never kept longer: a key that any node destroys opens
 * nothing on any node from then on.
 */
public final class KeyRing {
    private final UUID request;
    private final Map<UUID, Key> keys;
    private final Predicate<UUID> ofAnother;

    /** A key, and whether what it opens is to be shown only to those who decide about it. */
    record Key(UUID id, Aead aead, boolean restricted) {}

    /**
     * The keys of a request.
     *
     * @param ofAnother whether a key belongs to another request
     */
    KeyRing(UUID request, Map<UUID, Key> keys, Predicate<UUID> ofAnother) {
        this.request = request;
        this.keys = Map.copyOf(keys);
        this.ofAnother = ofAnother;
    }

    /** What a value of the request says to its ordinary readers. */
    public Opened open(Personal value) {
        Key key = keys.get(value.key());
        return key != null && key.restricted() ? new Opened.Restricted() : openRestricted(value);
    }

    /** The same for those who must read what is restricted: whoever decides about the restriction. */
    public Opened openRestricted(Personal value) {
        Key key = keys.get(value.key());
        if (key == null) {
            // Whoever moves a value here shall not pass it off as one that was erased.
            if (ofAnother.test(value.key())) {
                throw new IllegalStateException("value " + value.value() + " has the key of another request");
            }
            return new Opened.Erased();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(value.sealed());
            byte[] plain = key.aead().decrypt(sealed, Vault.associated(request, value.value()));
            return new Opened.Plain(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "value " + value.value() + " does not fit its key, or was changed or moved", e);
        }
    }
}
