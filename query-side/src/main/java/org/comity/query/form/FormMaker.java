package org.comity.query.form;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.api.AtLeastOne;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.Command;
import org.comity.api.Digest;
import org.comity.api.Form;
import org.comity.api.Id;
import org.comity.api.InstrumentId;
import org.comity.api.Kebab;
import org.comity.api.MlaRequestId;
import org.comity.api.Personal;
import org.comity.api.PreservationId;
import org.comity.api.Proof;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.LanguageTag;
import org.comity.api.directory.PublicKey;
import org.comity.api.directory.ZoneName;
import org.comity.query.form.FormField.Input;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;

/** Makes the inputs of a form from the record of its command. */
public final class FormMaker {
    /** Made by the door: the identity from the path, the proposed command from the event. */
    private static final Set<String> NOT_ASKED = Set.of("id", "proposed");

    /** Zones where people live; the database has others, for ships and old programs. */
    private static final List<Choice> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone ->
                    zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .sorted()
            .map(zone -> new Choice(zone, zone, true))
            .toList();

    private static final int LINE = 200;
    private static final int TEXT = 20_000;

    private final Wording words;
    private final Choices here;
    private final @Nullable StateCode near;

    /** What can be chosen in this form beyond what the language and the vocabularies say. */
    @FunctionalInterface
    public interface Choices {
        /** Nothing beyond. */
        Choices NONE = (command, field, type) -> Optional.empty();

        /** The choices for values of a type in a field of a command; empty if they are not known and must be typed. */
        Optional<List<Choice>> of(String command, String field, Class<?> type);
    }

    /**
     * Makes forms in one language.
     *
     * @param near the State whose offices are offered first
     */
    public FormMaker(Wording words, Choices here, @Nullable StateCode near) {
        this.words = words;
        this.here = here;
        this.near = near;
    }

    /** The inputs of a command, in the order of its components. */
    public List<FormField> fields(Class<? extends Command> type) {
        return parts(Kebab.of(type), type);
    }

    /** The inputs about the act itself: when, by which channel, for whom, with what proof. */
    public FormField act(String command) {
        return group(
                "act",
                List.of(
                        leaf(command, "occurredAt", Instant.class, false, null),
                        leaf(command, "channel", Channel.class, false, null),
                        leaf(command, "reason", Personal.class, false, null),
                        leaf(command, "onBehalfOf", AuthorityId.class, false, null),
                        group("proof", parts("proof", Proof.class))));
    }

    /** The inputs about an act of the other side that is reported: who did it, when, and what shows it. */
    public FormField report(String command, List<Choice> offices) {
        FormField by = leaf(command, "onBehalfOf", AuthorityId.class, true, null);
        return group(
                "act",
                true,
                List.of(
                        new FormField(
                                by.name(),
                                by.label(),
                                null,
                                Input.CHOICE,
                                true,
                                false,
                                "text",
                                0,
                                offices,
                                List.of(),
                                offices.size() == 1 ? offices.getFirst().value() : ""),
                        leaf(command, "occurredAt", Instant.class, true, null),
                        leaf(command, "channel", Channel.class, false, null),
                        group("proof", true, parts("proof", Proof.class)),
                        leaf(command, "reason", Personal.class, false, null)));
    }

    private FormField group(String name, List<FormField> parts) {
        return group(name, false, parts);
    }

    private FormField group(String name, boolean required, List<FormField> parts) {
        return new FormField(
                name, words.field("act", name), null, Input.GROUP, required, false, "text", 0, List.of(), parts, "");
    }

    private List<FormField> parts(String command, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !NOT_ASKED.contains(component.getName()))
                .map(component -> field(command, component))
                .toList();
    }

    private FormField field(String command, RecordComponent component) {
        Form form = component.getAnnotation(Form.class);
        FormField field =
                field(command, component.getName(), component.getAnnotatedType(), form == null ? null : form.value());
        return component.isAnnotationPresent(AtLeastOne.class) ? field.withAtLeastOne() : field;
    }

    private FormField field(String command, String name, AnnotatedType type, Form.@Nullable Kind form) {
        boolean required = !type.isAnnotationPresent(Nullable.class);
        if (type instanceof AnnotatedParameterizedType several) {
            AnnotatedType[] arguments = several.getAnnotatedActualTypeArguments();
            Class<?> of = raw(type.getType());
            if (of == List.class) {
                return list(command, name, required, part(command, name, "each", arguments[0], form));
            }
            if (of == Map.class) {
                return made(
                        command,
                        name,
                        required,
                        Input.MAP,
                        List.of(
                                part(command, name, "each", arguments[0], null),
                                part(command, name, "value", arguments[1], form)));
            }
        }
        return leaf(command, name, raw(type.getType()), required, form);
    }

    /** A list of few known things is ticked; one whose order counts, or a long one, is chosen line by line. */
    private FormField list(String command, String name, boolean required, FormField element) {
        boolean ticked = element.input() == Input.CHOICE
                && !name.equals("bases")
                && !element.choices().isEmpty()
                && element.choices().size() <= 40
                && !name.equals("grounds")
                && !name.equals("withheld");
        if (!ticked) {
            return made(command, name, required, Input.LIST, List.of(element));
        }
        return new FormField(
                name,
                words.field(command, name),
                help(command, name),
                Input.CHOICES,
                required,
                false,
                element.mode(),
                0,
                element.choices(),
                List.of(),
                "");
    }

    private FormField made(String command, String name, boolean required, Input input, List<FormField> parts) {
        return new FormField(
                name,
                words.field(command, name),
                help(command, name),
                input,
                required,
                parts.stream().anyMatch(FormField::sealed),
                "text",
                0,
                List.of(),
                parts,
                "");
    }

    /** An element of a list, or key or value of a map: its help is that of the whole, its name may be another. */
    private FormField part(String command, String name, String which, AnnotatedType type, Form.@Nullable Kind form) {
        FormField part = leaf(command, name, raw(type.getType()), true, form);
        String label = words.first("field." + command + "." + name + "." + which, "field." + name + "." + which);
        return new FormField(
                name,
                label == null ? part.label() : label,
                null,
                part.input(),
                part.required(),
                part.sealed(),
                part.mode(),
                part.most(),
                part.choices(),
                part.parts(),
                part.value());
    }

    private FormField leaf(String command, String name, Class<?> type, boolean required, Form.@Nullable Kind form) {
        List<Choice> choices = choices(command, name, type);
        Input input = choices.isEmpty() ? input(type, form) : Input.CHOICE;
        return new FormField(
                name,
                words.field(command, name),
                help(command, name),
                input,
                required && type != boolean.class,
                type == Personal.class,
                mode(type, form),
                input == Input.LONG_TEXT ? TEXT : input == Input.TEXT ? LINE : 0,
                choices,
                input == Input.GROUP ? parts(command, type) : List.of(),
                input == Input.AUTHORITY && near != null ? near.value() : "");
    }

    private List<Choice> choices(String command, String name, Class<?> type) {
        Optional<List<Choice>> known = here.of(command, name, type);
        if (known.isPresent()) {
            return known.get();
        }
        if (type == StateCode.class) {
            return words.states().stream()
                    .map(state -> new Choice(state.value(), words.state(state)))
                    .toList();
        }
        if (type == DayOfWeek.class) {
            return Arrays.stream(DayOfWeek.values())
                    .map(day -> new Choice(Kebab.of(day), words.weekday(day)))
                    .toList();
        }
        if (type == LanguageTag.class) {
            return words.languages().stream()
                    .map(tag -> new Choice(tag, words.language(tag)))
                    .toList();
        }
        if (type == ZoneName.class) {
            return ZONES;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> (Enum<?>) constant)
                    .map(constant -> new Choice(Kebab.of(constant), words.constant(vocabulary(type), constant)))
                    .toList();
        }
        if (type == InstrumentId.class) {
            return LawChoices.instruments();
        }
        if (type == Code.class || type == Channel.class) {
            return Vocabulary.of(command, name).stream()
                    .flatMap(vocabulary -> Vocabulary.WORDS.getOrDefault(vocabulary, List.of()).stream()
                            .map(word -> new Choice(word, words.code(vocabulary, word))))
                    .toList();
        }
        return List.of();
    }

    private static String vocabulary(Class<?> constants) {
        return switch (constants.getSimpleName()) {
            case "LineItemOutcome" -> "outcome";
            case "CorrectionAction" -> "action";
            case "RestrictionGround" -> "restriction";
            case "AnswerToPerson" -> "answer";
            case "PreservationScope" -> "scope";
            case "AuthorityKind" -> "kind";
            case "OffenceKind" -> "offence";
            default -> "status";
        };
    }

    private static Input input(Class<?> type, Form.@Nullable Kind form) {
        if (type == Personal.class) {
            return form == null || form == Form.Kind.TEXT ? Input.LONG_TEXT : Input.TEXT;
        }
        if (type == PublicKey.class) {
            return Input.LONG_TEXT;
        }
        if (type == LocalDate.class) {
            return Input.DATE;
        }
        if (type == LocalTime.class) {
            return Input.TIME;
        }
        if (type == Instant.class) {
            return Input.INSTANT;
        }
        if (type == OffsetDateTime.class) {
            return Input.OFFSET_INSTANT;
        }
        if (type == Duration.class) {
            return Input.DURATION;
        }
        if (type == boolean.class) {
            return Input.YES_NO;
        }
        if (type == Boolean.class) {
            return Input.YES_NO_UNCHANGED;
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Input.NUMBER;
        }
        if (type == AuthorityId.class) {
            return Input.AUTHORITY;
        }
        if (type == MlaRequestId.class || type == PreservationId.class) {
            return Input.REQUEST;
        }
        if (type == Digest.class) {
            return Input.DIGEST;
        }
        if (type == Object.class) {
            return Input.ANY;
        }
        return isGroup(type) ? Input.GROUP : Input.TEXT;
    }

    /** A record of several values; a record of one value is that value on the wire. */
    private static boolean isGroup(Class<?> type) {
        return type.isRecord() && !Id.class.isAssignableFrom(type) && type.getRecordComponents().length > 1;
    }

    private static String mode(Class<?> type, Form.@Nullable Kind form) {
        if (type == Personal.class && form != null) {
            return switch (form) {
                case EMAIL -> "email";
                case PHONE -> "tel";
                case URL -> "url";
                case IMEI -> "numeric";
                default -> "text";
            };
        }
        if (type == MlaRequestId.class || type == PreservationId.class) {
            return type == MlaRequestId.class ? "/api/mla-requests" : "/api/preservation-requests";
        }
        return type == int.class || type == Integer.class || type == long.class ? "numeric" : "text";
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType several ? (Class<?>) several.getRawType() : (Class<?>) type;
    }

    private @Nullable String help(String command, String name) {
        return words.first("help." + command + "." + name, "help." + name);
    }
}
