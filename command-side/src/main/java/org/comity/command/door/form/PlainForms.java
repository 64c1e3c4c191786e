package org.comity.command.door.form;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.net.Inet6Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.comity.api.Form;
import org.comity.api.Label;

/** The forms of personal values, checked before they are sealed: afterwards nobody can. */
final class PlainForms {
    private static final int MOST_TEXT = 20_000;
    private static final int MOST_NAME = 200;
    private static final int MOST_URL = 2_000;

    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern IMEI = Pattern.compile("\\d{15}");
    private static final Pattern WALLET = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9:_.-]{0,198}[A-Za-z0-9])?");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "ftps", "sftp", "ws", "wss");

    private PlainForms() {}

    /** The rule that the text breaks, or nothing if it has the form. */
    static Optional<String> broken(Form.Kind kind, String text) {
        return rule(kind, text, Label.isClean(text)).map(rule -> rule + ".");
    }

    private static Optional<String> rule(Form.Kind kind, String text, boolean clean) {
        return switch (kind) {
            case TEXT -> text(text);
            case NAME ->
                overrides(text)
                        ? Optional.of("A name must not contain characters that turn the direction of writing")
                        : unless(
                                !text.isBlank() && text.length() <= MOST_NAME && clean,
                                "A name has 1 to " + MOST_NAME + " characters and no control characters");
            case ACCOUNT ->
                unless(
                        !text.isBlank() && text.length() <= MOST_NAME && clean,
                        "An account has 1 to " + MOST_NAME + " characters, none for control or direction");
            case IPV4 ->
                unless(
                        IPV4.matcher(text).matches(),
                        "An IPv4 address is four numbers from 0 to 255 joined by dots, without leading zeros");
            case IPV6 ->
                unless(
                        IPV6.matcher(text).matches() && isIpv6(text),
                        "An IPv6 address has the form of RFC 4291, such as 2001:db8::1, without a zone");
            case EMAIL ->
                unless(
                        text.length() <= 254
                                && text.indexOf('@') <= 64
                                && EMAIL.matcher(text).matches(),
                        "An e-mail address is a mailbox and a domain, such as name@example.org");
            case PHONE ->
                unless(
                        PHONE.matcher(text).matches() && isPossible(text),
                        "A phone number has the form of E.164: +, country code and number, digits only, of a length that its country has");
            case URL ->
                unless(
                        text.length() <= MOST_URL && clean && isUrl(text),
                        "A URL is absolute, with scheme and host, such as https://example.org/path, at most " + MOST_URL
                                + " characters");
            case IMEI ->
                unless(
                        IMEI.matcher(text).matches() && luhn(text),
                        "An IMEI has 15 digits, the last of which is the check digit of the others");
            case WALLET ->
                unless(WALLET.matcher(text).matches(), "A wallet is an address of at most 200 letters and digits");
        };
    }

    private static Optional<String> text(String text) {
        if (text.isBlank()) {
            return Optional.of("A text is not empty");
        }
        if (text.length() > MOST_TEXT) {
            return Optional.of("A text has at most 20,000 characters");
        }
        if (text.indexOf('\u202D') >= 0 || text.indexOf('\u202E') >= 0) {
            return Optional.of(
                    "A text must not contain characters that override the direction of writing (U+202D, U+202E)");
        }
        return unless(
                text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'),
                "A text has no control characters but line breaks and tabs");
    }

    private static Optional<String> unless(boolean holds, String rule) {
        return holds ? Optional.empty() : Optional.of(rule);
    }

    private static boolean overrides(String text) {
        return text.codePoints().anyMatch(c -> (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    }

    private static boolean isIpv6(String text) {
        try {
            Inet6Address.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Possible, not assigned: numbering plans change, and an investigation may concern a number that is out of use. */
    private static boolean isPossible(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.isPossibleNumber(numbers.parse(text, null));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
