package org.comity.log.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key under which all others are kept: one file, readable by its owner only. */
public final class MasterKey {
    private static final String HEAD = "comity-master-key-1:";
    private static final int SIZE = 32;

    private final byte[] bytes;

    private MasterKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the key, or writes a new one on the first start. */
    public static MasterKey readOrCreate(Path file) {
        if (Files.notExists(file)) {
            create(file);
        }
        return read(file);
    }

    /**
     * Reads the key.
     *
     * @throws IllegalStateException if it is not there, can be read by others, or is not a master key
     */
    public static MasterKey read(Path file) {
        if (Files.notExists(file)) {
            throw new IllegalStateException("there is no master key at " + file
                    + "; put the key of this vault there, for without it no personal value can be read");
        }
        return new MasterKey(parse(file, SecretFile.read(file, "master key")));
    }

    private static byte[] parse(Path file, String text) {
        String line = text.strip();
        try {
            byte[] bytes =
                    line.startsWith(HEAD) ? Base64.getUrlDecoder().decode(line.substring(HEAD.length())) : new byte[0];
            if (bytes.length == SIZE) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one sentence below; the cause could quote the key
        }
        throw new IllegalStateException("the file at " + file + " is not a master key of Comity");
    }

    private static void create(Path file) {
        byte[] bytes = new byte[SIZE];
        new SecureRandom().nextBytes(bytes);
        SecretFile.create(
                file,
                "master key",
                HEAD + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
    }

    /** The cipher that wraps the keys of the vault. */
    Aead wrapping() {
        return aead(derive("wrap", SIZE));
    }

    /** A keyed hash under a key of its own. */
    byte[] hmac(String label, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derive(label, SIZE), "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    byte[] derive(String label, int size) {
        try {
            byte[] info = ("comity/1/" + label).getBytes(StandardCharsets.US_ASCII);
            return Hkdf.computeHkdf("HMACSHA256", bytes, new byte[0], info, size);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA-256 is not available", e);
        }
    }

    static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
