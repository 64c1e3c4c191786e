package org.comity.log.ledger;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The private Ed25519 key of a log or a witness, with its name. */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LENGTH = 32;

    private final PrivateKey key;
    private final VerifierKey notes;
    private final VerifierKey cosignatures;

    private SigningKey(String name, KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
        this.key = pair.getPrivate();
        this.notes = VerifierKey.of(name, VerifierKey.Type.NOTE, point);
        this.cosignatures = VerifierKey.of(name, VerifierKey.Type.COSIGNATURE, point);
    }

    /** A new key. */
    public static SigningKey generate(String name) {
        return new SigningKey(name, pair(new SecureRandom()));
    }

    /**
     * The key in a text in PEM, as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @throws Unreadable if it holds none
     */
    public static SigningKey parse(String name, String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new Unreadable("a private key is a text in PEM that begins with " + BEGIN);
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
            return new SigningKey(name, pair(new Seed(seed)));
        } catch (GeneralSecurityException | RuntimeException e) {
            // what went wrong is not repeated: it may quote the key
            throw new Unreadable("a private key is an Ed25519 key in PKCS #8");
        }
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** What others need to verify the notes of this key. */
    public VerifierKey verifier() {
        return notes;
    }

    /** What others need to verify the cosignatures of this key. */
    public VerifierKey cosigner() {
        return cosignatures;
    }

    /** Signs the text of a note. */
    public NoteSignature sign(String text) {
        return new NoteSignature(notes.name(), notes.id(), signature(text));
    }

    /**
     * Signs the text of a checkpoint as a witness.
     *
     * @param timestamp seconds since 1970-01-01T00:00:00Z
     */
    public NoteSignature cosign(String text, long timestamp) {
        byte[] signature = signature(Cosignature.message(timestamp, text));
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(timestamp)
                .put(signature)
                .array();
        return new NoteSignature(cosignatures.name(), cosignatures.id(), bytes);
    }

    private byte[] signature(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(Texts.utf8(text));
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** The private key in PEM: PKCS #8 as RFC 8410 has it. */
    public String pem() {
        String base64 = Base64.getEncoder().encodeToString(key.getEncoded());
        return BEGIN + "\n" + base64 + "\n" + END + "\n";
    }

    /** The JDK makes a public key only together with its private one; given the seed for chance, it makes both again. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /** Its name and public key; never the private one. */
    @Override
    public String toString() {
        return notes.toString();
    }
}
