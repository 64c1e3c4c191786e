package org.comity.log.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The SHA-256 hash of a leaf or of an inner node of the tree, as RFC 6962 section 2.1 makes them. */
public final class Hash {
    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** The root of the tree without leaves: the hash of nothing. */
    public static final Hash OF_NOTHING = new Hash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The hash that these bytes are.
     *
     * @throws Unreadable if they are not 32
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Unreadable("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * The hash that this base64 text is, as checkpoints and proofs write it.
     *
     * @throws Unreadable if it is none
     */
    public static Hash ofBase64(String text) {
        return of(Texts.base64(text));
    }

    /** The hash of an entry: the byte 00 keeps it apart from a node. */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        digest.update(entry);
        return new Hash(digest.digest());
    }

    /** The hash of two halves: the byte 01 keeps it apart from a leaf. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    /** The root over hashes whose number is a power of two. */
    static Hash root(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            Hash[] above = new Hash[row.size() / 2];
            for (int i = 0; i < above.length; i++) {
                above[i] = node(row.get(2 * i), row.get(2 * i + 1));
            }
            row = List.of(above);
        }
        return row.getFirst();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void writeTo(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
