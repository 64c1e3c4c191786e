package org.comity.log.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One event as it is proven. Its bytes are the format byte {@code 01}, then nine fields in the order of the components, each
 * as its length in bytes (4 bytes, unsigned, most significant first) and its value:
 *
 * <table>
 *   <caption>Fields</caption>
 *   <tr><td>position</td><td>8 bytes, most significant first</td></tr>
 *   <tr><td>stream</td><td>UTF-8</td></tr>
 *   <tr><td>sequence</td><td>8 bytes, most significant first</td></tr>
 *   <tr><td>event id</td><td>the 16 bytes of the UUID, in the order in which its text form shows them</td></tr>
 *   <tr><td>name</td><td>UTF-8</td></tr>
 *   <tr><td>revision</td><td>UTF-8</td></tr>
 *   <tr><td>recorded at</td><td>microseconds since 1970-01-01T00:00:00Z without leap seconds; 8 bytes, two's complement,
 *       most significant first</td></tr>
 *   <tr><td>metadata</td><td>UTF-8, the bytes as stored</td></tr>
 *   <tr><td>payload</td><td>UTF-8, the bytes as stored</td></tr>
 * </table>
 *
 * <p>The leaf is SHA-256 over the byte {@code 00} followed by these bytes, as RFC 6962 section 2.1 defines it.
 */
public record Envelope(
        long position,
        String stream,
        long sequence,
        UUID eventId,
        String name,
        String revision,
        Instant recordedAt,
        String metadata,
        String payload) {
    private static final byte FORMAT = 1;

    /** The bytes of which an auditor computes the leaf. */
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream(256 + metadata.length() + payload.length());
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            number(out, position);
            text(out, stream);
            number(out, sequence);
            out.writeInt(16);
            out.writeLong(eventId.getMostSignificantBits());
            out.writeLong(eventId.getLeastSignificantBits());
            text(out, name);
            text(out, revision);
            number(out, ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
            text(out, metadata);
            text(out, payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The hash by which this event stands in the tree. */
    public Hash leaf() {
        return Hash.leaf(bytes());
    }

    /**
     * The event that these bytes say.
     *
     * @throws Unreadable if they are not exactly the bytes of one
     */
    public static Envelope of(byte[] bytes) {
        var in = new EnvelopeReader(bytes, FORMAT);
        var envelope = new Envelope(
                in.number("position"),
                in.text("stream"),
                in.number("sequence"),
                in.id("event id"),
                in.text("name"),
                in.text("revision"),
                Instant.EPOCH.plus(in.number("recorded at"), ChronoUnit.MICROS),
                in.text("metadata"),
                in.text("payload"));
        in.end();
        return envelope;
    }

    /**
     * The bytes of a text as PostgreSQL keeps them.
     *
     * @throws IllegalArgumentException if the text has an unpaired surrogate or NUL, which have no bytes there
     */
    public static byte[] utf8(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a stored text has no NUL");
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a stored text has no unpaired surrogate", e);
        }
    }

    private static void number(DataOutputStream out, long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] bytes = utf8(value);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
