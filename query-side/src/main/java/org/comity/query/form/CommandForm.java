package org.comity.query.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it and sends it to the door.
 *
 * @param action path of the door
 * @param page path of the pages of the family; where the form leads back to and, with the id, on to
 * @param key made with the form, so that sending it twice has one effect
 * @param version of the request that the person saw; none if it is not there yet
 * @param why what stands against the command now, as far as is known before the rules judge it
 * @param source where that is written
 */
public record CommandForm(
        String command,
        String action,
        String page,
        UUID key,
        @Nullable Long version,
        List<FormField> fields,
        FormField act,
        @Nullable String why,
        @Nullable String source,
        Shape shape) {
    /**
     * How the page shows it.
     *
     * @param reported true if the act is one of the other side, so that who did it and what shows it stand first
     * @param first the inputs that are shown at once, the others on demand; empty for all
     * @param next the command whose form comes next; null for none
     * @param handedOver the body of the command that ends the own assignment beside a new one; null for none
     */
    public record Shape(
            boolean reported,
            Set<String> first,
            @Nullable String next,
            @Nullable String handedOver) {
        public static final Shape ORDINARY = new Shape(false, Set.of(), null, null);

        public Shape {
            first = Set.copyOf(first);
        }
    }

    private static final Set<String> OF_TWO =
            Set.of("unseal", "correct-event", "erase-personal-data", "restrict-processing", "lift-restriction");

    public CommandForm {
        fields = List.copyOf(fields);
    }

    /** The inputs that are shown at once. */
    public List<FormField> first() {
        return fields.stream()
                .filter(field -> shape.first().isEmpty() || shape.first().contains(field.name()))
                .toList();
    }

    /** The inputs that are shown on demand. */
    public List<FormField> more() {
        return fields.stream().filter(field -> !first().contains(field)).toList();
    }

    /** The same form, shown in another way. */
    public CommandForm shaped(Shape other) {
        return new CommandForm(command, action, page, key, version, fields, act, why, source, other);
    }

    /** True if a second person has to confirm it. */
    public boolean needsTwo() {
        return OF_TWO.contains(command);
    }

    /** The same form with what a link already knows, such as which proposal it is about. */
    public CommandForm saying(Map<String, String> given) {
        return new CommandForm(
                command,
                action,
                page,
                key,
                version,
                fields.stream()
                        .map(field ->
                                given.containsKey(field.name()) && field.parts().isEmpty()
                                        ? field.saying(String.valueOf(given.get(field.name())))
                                        : field)
                        .toList(),
                act,
                why,
                source,
                shape);
    }
}
