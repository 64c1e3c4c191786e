package org.comity.log.vault;

import com.google.crypto.tink.subtle.AesSiv;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.comity.api.Malformed;

/**
 * Positions in the log as outsiders may hold them: 32 characters that say nothing, for a count of all events would betray
 * sealed requests. The same position always has the same token, so that a repeated answer is the same to the byte.
 */
public final class PositionTokens {
    private static final byte[] PURPOSE = "comity/1/position".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 32;

    private final AesSiv cipher;

    /** Tokens of all nodes that share the master key. */
    public PositionTokens(MasterKey masterKey) {
        try {
            this.cipher = new AesSiv(masterKey.derive("position", 64));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-SIV is not available", e);
        }
    }

    /** The token of a position. */
    public String token(long position) {
        try {
            byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(cipher.encryptDeterministically(plain, PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a position cannot be enciphered", e);
        }
    }

    /**
     * The position of a token.
     *
     * @throws Malformed if no node that shares our master key made it
     */
    public long position(String token) {
        Malformed.unless(token.length() == LENGTH, "a position is the token of an earlier answer");
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(token);
            return ByteBuffer.wrap(cipher.decryptDeterministically(sealed, PURPOSE))
                    .getLong();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Malformed("a position is the token of an earlier answer");
        }
    }
}
