package org.comity.log.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads the fields of an envelope one after the other, and nothing that is not one. */
final class EnvelopeReader {
    private static final int ID_BYTES = 16;

    private final ByteBuffer bytes;

    EnvelopeReader(byte[] bytes, byte format) {
        this.bytes = ByteBuffer.wrap(bytes);
        if (bytes.length == 0 || this.bytes.get() != format) {
            throw new Unreadable("an envelope begins with the byte " + format);
        }
    }

    long number(String field) {
        return field(field, Long.BYTES).getLong();
    }

    UUID id(String field) {
        ByteBuffer id = field(field, ID_BYTES);
        return new UUID(id.getLong(), id.getLong());
    }

    String text(String field) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(field(field)).toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // falls through to the one sentence
        }
        throw new Unreadable("the field " + field + " of an envelope is UTF-8 without NUL");
    }

    void end() {
        if (bytes.hasRemaining()) {
            throw new Unreadable("an envelope ends after its payload");
        }
    }

    private ByteBuffer field(String field, int length) {
        ByteBuffer value = field(field);
        if (value.remaining() != length) {
            throw new Unreadable("the field " + field + " of an envelope has " + length + " bytes");
        }
        return value;
    }

    private ByteBuffer field(String field) {
        long length = bytes.remaining() < Integer.BYTES ? Long.MAX_VALUE : Integer.toUnsignedLong(bytes.getInt());
        if (length > bytes.remaining()) {
            throw new Unreadable("an envelope ends before its field " + field);
        }
        ByteBuffer value = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return value;
    }
}
