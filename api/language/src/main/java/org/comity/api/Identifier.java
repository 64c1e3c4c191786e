package org.comity.api;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What singles out an account, a connection or a device: exactly one of the named kinds. An address needs the port and the
 * instant with its offset to single out one subscriber behind a shared address.
 *
 * @param person whom it belongs to, if known; then it is sealed with that person's key
 * @param at the instant at which it was seen, with the offset in which it was logged
 */
public record Identifier(
        @Form(Form.Kind.ACCOUNT) @Nullable Personal account,
        @Form(Form.Kind.IPV4) @Nullable Personal ipv4,
        @Form(Form.Kind.IPV6) @Nullable Personal ipv6,
        @Form(Form.Kind.EMAIL) @Nullable Personal email,
        @Form(Form.Kind.PHONE) @Nullable Personal phone,
        @Form(Form.Kind.URL) @Nullable Personal url,
        @Form(Form.Kind.IMEI) @Nullable Personal imei,
        @Form(Form.Kind.WALLET) @Nullable Personal wallet,
        @Nullable Integer port,
        @Nullable OffsetDateTime at,
        @Nullable PersonRef person) {

    public Identifier {
        long kinds = Stream.of(account, ipv4, ipv6, email, phone, url, imei, wallet)
                .filter(Objects::nonNull)
                .count();
        Malformed.unless(
                kinds == 1, "an identifier is exactly one of account, ipv4, ipv6, email, phone, url, imei, wallet");
        Malformed.unless(port == null || (ipv4 != null || ipv6 != null), "a port belongs to an address (ipv4 or ipv6)");
        Malformed.unless(port == null || (port >= 1 && port <= 65535), "a port is a number from 1 to 65535");
    }
}
