package org.comity.command.door.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field; never repeats the value.
 *
 * @param field JSON path, such as {@code items.L1} or {@code grounds[0]}; {@code body} for the whole, or the name of a header
 * @param rule the rule that it breaks, as a sentence
 * @param source where the rule comes from
 */
public record FieldError(
        String field, String rule, @Nullable String source) {
    /** A fault whose rule rests on no text. */
    public FieldError(String field, String rule) {
        this(field, rule, null);
    }

    /** A request whose form is wrong; says everything that is wrong with it at once. */
    public static final class BadForm extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        public BadForm(List<FieldError> errors) {
            super("the form of the request is wrong", null, false, false);
            this.errors = List.copyOf(errors);
        }

        public BadForm(String field, String rule) {
            this(List.of(new FieldError(field, rule)));
        }

        public List<FieldError> errors() {
            return errors;
        }
    }

    /** A body with more bytes than any command needs. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the body is too large", null, false, false);
        }
    }
}
