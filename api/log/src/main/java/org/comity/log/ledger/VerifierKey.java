package org.comity.log.ledger;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key with its name and what it signs, as C2SP {@code signed-note} writes it:
 * {@code <name>+<key id>+<base64 of type and key>}. Whoever has this text can verify.
 */
public final class VerifierKey {
    /** Bytes of an Ed25519 public key. */
    private static final int LENGTH = 32;

    /** What RFC 8410 puts before the 32 bytes of an Ed25519 public key. */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** What a key signs; the number stands in the texts of keys and in their ids. */
    public enum Type {
        /** The text of a note. */
        NOTE(1),
        /** The text of a checkpoint with the moment at which a witness saw it (C2SP {@code tlog-cosignature}). */
        COSIGNATURE(4);

        private final byte number;

        Type(int number) {
            this.number = (byte) number;
        }
    }

    private final String name;
    private final Type type;
    private final byte[] point;
    private final int id;
    private final PublicKey key;

    private VerifierKey(String name, Type type, byte[] point) {
        this.name = Texts.keyName(name);
        this.type = type;
        this.point = point;
        this.id = id(name, type, point);
        this.key = key(point);
    }

    /** The key that these 32 bytes are. */
    static VerifierKey of(String name, Type type, byte[] point) {
        return new VerifierKey(name, type, point.clone());
    }

    /**
     * The key that a text says.
     *
     * @throws Unreadable if it is no key of ours
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new Unreadable("a verifier key is <name>+<id>+<key>");
        }
        byte[] material = Texts.base64(parts[2]);
        if (material.length != 1 + LENGTH) {
            throw new Unreadable("a verifier key holds the number of its type and 32 bytes");
        }
        Type type =
                switch (material[0]) {
                    case 1 -> Type.NOTE;
                    case 4 -> Type.COSIGNATURE;
                    default -> throw new Unreadable("a verifier key is of type 1 (notes) or 4 (cosignatures)");
                };
        var key = new VerifierKey(
                parts[0], type, HexFormat.of().parseHex(HexFormat.of().formatHex(material, 1, 33)));
        if (!key.toString().equals(text)) {
            throw new Unreadable("the id of the verifier key is not that of its name and key");
        }
        return key;
    }

    private static int id(String name, Type type, byte[] point) {
        MessageDigest digest = Hash.sha256();
        digest.update(Texts.utf8(name));
        digest.update((byte) '\n');
        digest.update(type.number);
        digest.update(point);
        return ByteBuffer.wrap(digest.digest()).getInt();
    }

    private static PublicKey key(byte[] point) {
        byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + LENGTH)
                .put(X509_PREFIX)
                .put(point)
                .array();
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new Unreadable("these 32 bytes are no Ed25519 public key");
        }
    }

    public String name() {
        return name;
    }

    public int id() {
        return id;
    }

    public Type type() {
        return type;
    }

    /** The same key for another use; it has another id. */
    public VerifierKey as(Type other) {
        return new VerifierKey(name, other, point);
    }

    /** True if a signature line claims to be of this key. */
    public boolean claims(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** True if the signature is of this key over this text; false for whatever else it is. */
    public boolean verifies(String text, NoteSignature signature) {
        if (!claims(signature)) {
            return false;
        }
        byte[] bytes = signature.bytes();
        return switch (type) {
            case NOTE -> verifies(Texts.utf8(text), bytes);
            case COSIGNATURE ->
                Cosignature.of(signature)
                        .filter(cosignature -> verifies(
                                Texts.utf8(Cosignature.message(cosignature.timestamp(), text)), cosignature.bytes()))
                        .isPresent();
        };
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            // a point that is not on the curve has signed nothing
            return false;
        }
    }

    /** The text of the key. */
    @Override
    public String toString() {
        byte[] material =
                ByteBuffer.allocate(1 + LENGTH).put(type.number).put(point).array();
        return "%s+%08x+%s".formatted(name, id, Base64.getEncoder().encodeToString(material));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
