package org.comity.log.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** One signature line of a note: who claims to have signed, by which key, and the signature. */
public final class NoteSignature {
    private static final String DASH = "\u2014 ";

    private final String name;
    private final int keyId;
    private final byte[] bytes;

    NoteSignature(String name, int keyId, byte[] bytes) {
        this.name = Texts.keyName(name);
        this.keyId = keyId;
        this.bytes = bytes.clone();
    }

    /**
     * The signature that a line says; the line comes without its newline.
     *
     * @throws Unreadable if it is none
     */
    public static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new Unreadable("a signature line is an em dash, the name of the key and the signature in base64");
        }
        byte[] signature = Texts.base64(line.substring(space + 1));
        if (signature.length <= Integer.BYTES) {
            throw new Unreadable("a signature is the 4 bytes of the key id and the signature itself");
        }
        return new NoteSignature(
                line.substring(DASH.length(), space),
                ByteBuffer.wrap(signature).getInt(),
                Arrays.copyOfRange(signature, Integer.BYTES, signature.length));
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    /** The signature without the key id. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The line, without a newline. */
    @Override
    public String toString() {
        byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId)
                .put(bytes)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature && signature.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
