package org.comity.api.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.comity.api.Channel;
import org.comity.api.Digest;
import org.comity.api.Label;
import org.comity.api.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * A way by which an office can be reached: that of the office, never of a person in it.
 *
 * @param address e-mail address, telephone number, URL, street; in the form that its channel has
 * @param publicKey for what is sent to it
 * @param fingerprint of the key or certificate, for who compares it over another channel
 */
public record ContactChannel(
        Channel channel,
        Label address,
        @Nullable PublicKey publicKey,
        @Nullable Digest fingerprint) {
    private static final Pattern MAILBOX = Pattern.compile(
            "(?=.{3,254}$)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9](?:[ ().-]?\\d){6,14}");

    public ContactChannel {
        String text = address.value();
        switch (channel.value()) {
            case "e-mail" ->
                Malformed.unless(
                        MAILBOX.matcher(text).matches() && !text.contains("..") && !text.startsWith("."),
                        "an e-mail address has the form of RFC 5321, such as office@ministry.example");
            case "telephone", "fax" ->
                Malformed.unless(
                        NUMBER.matcher(text).matches(),
                        "a telephone number begins with + and the country code (E.164)");
            default ->
                Malformed.unless(
                        !text.contains("://") || isUrl(text),
                        "a URL is absolute, with https and a host, such as https://ministry.example/inbox");
        }
        Malformed.unless(
                fingerprint == null || fingerprint.isStrong(), "the fingerprint of a key is sha-256 or stronger");
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && "https".equals(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
