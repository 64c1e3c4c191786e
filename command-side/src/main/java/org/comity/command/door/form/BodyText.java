package org.comity.command.door.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.command.door.form.FieldError.BadForm;
import org.comity.command.door.form.FieldError.TooLarge;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the text of a body: one JSON object in UTF-8, of bounded size and depth, whose texts the log can keep exactly. */
public final class BodyText {
    /** How large a body may be. */
    public static final int MOST_BYTES = 1024 * 1024;

    static final int MOST_LEVELS = 16;
    private static final int MOST_DIGITS = 40;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_LEVELS)
                            .maxNumberLength(MOST_DIGITS)
                            .maxNameLength(200)
                            .maxStringLength(MOST_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private BodyText() {}

    /** The bytes of a body; no more is read than may come. */
    public static byte[] bytes(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new TooLarge();
        }
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new TooLarge();
        }
        return bytes;
    }

    /** The object that the bytes say. */
    public static ObjectNode parse(byte[] bytes) {
        JsonNode node;
        try {
            node = MAPPER.readTree(decode(bytes));
        } catch (StreamConstraintsException e) {
            throw new BadForm("body", constraint(e.getOriginalMessage()));
        } catch (JacksonException e) {
            throw new BadForm("body", syntax(e));
        }
        if (!(node instanceof ObjectNode object)) {
            throw new BadForm("body", "The body is a JSON object.");
        }
        List<FieldError> errors = new ArrayList<>();
        checkTexts(object, "", errors);
        if (!errors.isEmpty()) {
            throw new BadForm(errors);
        }
        return object;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadForm("body", "The body is text in UTF-8.");
        }
    }

    private static String constraint(String message) {
        if (message.contains("depth")) {
            return "The body is nested at most " + MOST_LEVELS + " levels deep.";
        }
        return message.contains("name")
                ? "The name of a field has at most 200 characters."
                : "A number has at most " + MOST_DIGITS + " digits.";
    }

    /** Where the text stops being JSON; never what stands there. */
    private static String syntax(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String place = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        String message = String.valueOf(e.getOriginalMessage());
        return message.startsWith("Duplicate")
                ? "No field may stand in an object twice" + place + "."
                : "The body is valid JSON and nothing else" + place + ".";
    }

    private static void checkTexts(JsonNode node, String path, List<FieldError> errors) {
        if (node.isString()) {
            check(node.stringValue(), path, errors);
        } else if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            if (Math.abs((long) number.scale()) > MOST_DIGITS) {
                errors.add(new FieldError(path, "A number has at most " + MOST_DIGITS + " digits."));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                checkTexts(node.get(i), path + "[" + i + "]", errors);
            }
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String inner = join(path, field.getKey());
                check(field.getKey(), inner, errors);
                checkTexts(field.getValue(), inner, errors);
            }
        }
    }

    private static void check(String text, String path, List<FieldError> errors) {
        if (text.indexOf('\0') >= 0) {
            errors.add(new FieldError(path, "A text must not contain the character NUL (U+0000)."));
        }
        if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            errors.add(new FieldError(path, "A text must not contain half of a surrogate pair."));
        }
    }

    /** The path of a field; characters that no text may have are not repeated, since the answer is text too. */
    static String join(String path, String name) {
        var clean = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return path.isEmpty() ? clean.toString() : path + "." + clean;
    }
}
