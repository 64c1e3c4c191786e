package org.comity.command.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.api.Command;
import org.comity.api.PersonId;
import org.comity.command.door.form.BodyText;
import org.comity.command.door.form.FieldError;
import org.comity.command.door.form.FieldError.BadForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came in, read and held to its form as far as that does not depend on the command.
 *
 * @param target id in the path; none if the command brings something into being
 * @param expectedVersion version that the sender has seen, if it says so
 * @param idempotencyKey by which the sender knows the command again, if it says so
 * @param said the bytes by which a repeat is told from another command under the same key
 */
record Knock(
        Family family,
        @Nullable UUID target,
        Class<? extends Command> command,
        String commandName,
        ObjectNode body,
        @Nullable Long expectedVersion,
        @Nullable String idempotencyKey,
        Said said) {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    /** Family, target, command and body as one text. */
    record Said(String text) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    static Knock read(
            Family family,
            @Nullable UUID target,
            Class<? extends Command> command,
            String commandName,
            HttpServletRequest request)
            throws IOException {
        byte[] bytes = BodyText.bytes(request);
        List<FieldError> errors = new ArrayList<>();
        String key = idempotencyKey(request, errors);
        Long version = expectedVersion(request, target, errors);
        if (!errors.isEmpty()) {
            throw new BadForm(errors);
        }
        var said = new Said(
                family.path() + "/" + target + "/" + commandName + "\n" + new String(bytes, StandardCharsets.UTF_8));
        return new Knock(family, target, command, commandName, BodyText.parse(bytes), version, key, said);
    }

    private static @Nullable String idempotencyKey(HttpServletRequest request, List<FieldError> errors) {
        String key = request.getHeader(IDEMPOTENCY_KEY);
        if (key != null && !KEY.matcher(key).matches()) {
            errors.add(new FieldError(IDEMPOTENCY_KEY, "A key is 1 to 200 visible ASCII characters."));
        }
        return key;
    }

    private static @Nullable Long expectedVersion(
            HttpServletRequest request, @Nullable UUID target, List<FieldError> errors) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            return null;
        }
        Matcher version = VERSION.matcher(header.strip());
        if (target == null) {
            errors.add(new FieldError(HttpHeaders.IF_MATCH, "What does not exist yet has no version."));
        } else if (!version.matches()) {
            errors.add(new FieldError(
                    HttpHeaders.IF_MATCH, "A version is the ETag of an earlier answer: a number in quotes."));
        } else {
            return Long.valueOf(version.group(1));
        }
        return null;
    }

    /**
     * The key under which the log knows the command: SHA-256 of the 16 bytes of the person's id, most significant first, and
     * the ASCII bytes of the idempotency key. None if the sender gave no key.
     */
    @Nullable
    String commandKey(PersonId person) {
        if (idempotencyKey == null) {
            return null;
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HexFormat.of().parseHex(person.value().toString().replace("-", "")));
            return HexFormat.of().formatHex(sha256.digest(idempotencyKey.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
