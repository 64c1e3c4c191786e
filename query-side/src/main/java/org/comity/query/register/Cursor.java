package org.comity.query.register;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.comity.query.web.BadParameter;

/** Where a page ended: the last row in an order that never changes, so that new requests do not shift the pages. */
record Cursor(Instant createdAt, UUID id) {
    private static final byte FORM = 1;
    private static final int LENGTH = 1 + 3 * Long.BYTES;

    String text() {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .put(FORM)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, createdAt))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Cursor of(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() == LENGTH && bytes.get() == FORM) {
                Instant createdAt = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
                if (!createdAt.isBefore(Instant.EPOCH) && createdAt.isBefore(FAR)) {
                    return new Cursor(createdAt, new UUID(bytes.getLong(), bytes.getLong()));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // falls through: whatever is wrong with it, it is not ours
        }
        throw new BadParameter("cursor", "is the value of next in an earlier page");
    }

    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");
}
