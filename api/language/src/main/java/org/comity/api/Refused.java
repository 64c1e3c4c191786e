package org.comity.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one way in which a rule says no: a stable code, a sentence for people, and the source of the rule. */
public final class Refused extends RuntimeException {

    /** How a refusal is to be understood, from the least to the most specific. */
    public enum Kind {
        /** It does not exist, or this reader may not know of it; the two are never told apart. */
        UNKNOWN,
        /** The reader may see it and may not do this. */
        FORBIDDEN,
        /** The state of the request does not allow it, now. */
        CONFLICT,
        /** The command is understood and allowed in general, but what it says cannot stand. */
        UNACCEPTABLE
    }

    private final Kind kind;
    private final String code;
    private final @Nullable String source;
    private final List<String> fields;
    private final transient Map<String, Object> details;

    private Refused(
            Kind kind,
            String code,
            String sentence,
            @Nullable String source,
            List<String> fields,
            Map<String, Object> details) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.code = code;
        this.source = source;
        this.fields = List.copyOf(fields);
        this.details = Map.copyOf(details);
    }

    /** Nothing is said about why: the answer for a stranger is the answer for an id that does not exist. */
    public static Refused unknown() {
        return new Refused(Kind.UNKNOWN, "request.unknown", "There is no such request.", null, List.of(), Map.of());
    }

    public static Refused forbidden(String code, String sentence) {
        return new Refused(Kind.FORBIDDEN, code, sentence, null, List.of(), Map.of());
    }

    public static Refused conflict(String code, String sentence) {
        return new Refused(Kind.CONFLICT, code, sentence, null, List.of(), Map.of());
    }

    /**
     * Says that what a field holds cannot stand.
     *
     * @param field JSON path of the field, such as {@code grounds[0]}
     */
    public static Refused unacceptable(String code, String field, String sentence) {
        return new Refused(Kind.UNACCEPTABLE, code, sentence, null, List.of(field), Map.of());
    }

    /** The same refusal with the row of the law or the article that it rests on, such as {@code M24; ets-185 27(4),(7)}. */
    public Refused from(String source) {
        return new Refused(kind, code, sentence(), source, fields, details);
    }

    /** The same refusal with a further fact that helps to mend it, such as the later acts that contradict a correction. */
    public Refused with(String name, Object detail) {
        var more = new java.util.HashMap<>(details);
        more.put(name, detail);
        return new Refused(kind, code, sentence(), source, fields, more);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public @Nullable String source() {
        return source;
    }

    public List<String> fields() {
        return fields;
    }

    public Map<String, Object> details() {
        return details;
    }
}
