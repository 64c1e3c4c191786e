package org.comity.log.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key under which all others are kept: one file, readable by its owner only. */
public final class MasterKey {
    private static final String HEAD = "comity-master-key-1:";
    private static final int SIZE = 32;
    private static final Set<PosixFilePermission> OF_THE_OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

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
        try {
            if (Files.notExists(file)) {
                throw new IllegalStateException("there is no master key at " + file
                        + "; put the key of this vault there, for without it no personal value can be read");
            }
            if (hasPermissions() && !OF_THE_OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException("the master key at " + file
                        + " can be used by others than its owner; allow it to the owner only (chmod 600)");
            }
            return new MasterKey(parse(file, Files.readString(file, StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new IllegalStateException("the master key at " + file + " cannot be read", e);
        }
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

    /** Written beside its place and moved there, so that a crash leaves no half of a key. */
    private static void create(Path file) {
        byte[] bytes = new byte[SIZE];
        new SecureRandom().nextBytes(bytes);
        String line = HEAD + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        FileAttribute<?>[] permissions = hasPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OF_THE_OWNER)}
                : new FileAttribute<?>[0];
        try {
            Files.deleteIfExists(draft);
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(draft, options, permissions)) {
                ByteBuffer content = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IllegalStateException("no master key can be written to " + file, e);
        }
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
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
