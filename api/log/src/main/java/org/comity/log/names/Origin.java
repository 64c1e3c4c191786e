package org.comity.log.names;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.api.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from, beside its {@link org.comity.api.Act}: the rest of the flat metadata.
 *
 * @param law key {@code law}: digest of the tables by which the command was judged
 * @param command key {@code command}: name of the command in kebab-case
 * @param commandKey key {@code commandKey}: 64 hexadecimal digits, SHA-256 of what makes the command one; all events of a
 *     command carry it, and the first of them takes it for the whole log
 * @param bodyHmac key {@code bodyHmac}: HMAC of the body, by which a repeat is told from another command with the same key
 * @param causedBy key {@code causedBy}: the event that a policy answered with this command
 */
public record Origin(
        @Nullable String law,
        @Nullable String command,
        @Nullable String commandKey,
        @Nullable String bodyHmac,
        @Nullable UUID causedBy) {
    /** Nothing is known but the act. */
    public static final Origin NONE = new Origin(null, null, null, null, null);

    static final Set<String> KEYS = Set.of("law", "command", "commandKey", "bodyHmac", "causedBy");

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    public Origin {
        Malformed.unless(
                commandKey == null || KEY.matcher(commandKey).matches(),
                "a command key is 64 hexadecimal digits in lower case");
    }

    /** The command key as the bytes of its SHA-256. */
    public byte @Nullable [] commandKeyBytes() {
        return commandKey == null ? null : HexFormat.of().parseHex(commandKey);
    }

    /** Writes what is known. */
    public Map<String, String> write() {
        var flat = new LinkedHashMap<String, String>();
        put(flat, "law", law);
        put(flat, "command", command);
        put(flat, "commandKey", commandKey);
        put(flat, "bodyHmac", bodyHmac);
        put(flat, "causedBy", causedBy);
        return flat;
    }

    /** Reads what is known, from the metadata of a live message or of a stored event alike. */
    public static Origin read(Map<String, ?> flat) {
        String causedBy = text(flat, "causedBy");
        return new Origin(
                text(flat, "law"),
                text(flat, "command"),
                text(flat, "commandKey"),
                text(flat, "bodyHmac"),
                causedBy == null ? null : UUID.fromString(causedBy));
    }

    private static void put(Map<String, String> flat, String key, @Nullable Object value) {
        if (value != null) {
            flat.put(key, value.toString());
        }
    }

    private static @Nullable String text(Map<String, ?> flat, String key) {
        Object value = flat.get(key);
        Malformed.unless(value == null || value instanceof String, "metadata are texts: " + key);
        return (String) value;
    }
}
