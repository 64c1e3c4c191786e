package org.comity.command.door.form;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.api.Form;
import org.comity.api.Id;
import org.comity.api.Kebab;
import org.comity.api.Malformed;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.log.names.Json;
import org.comity.log.vault.Vault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Walks a body along the record that it shall become: holds each field to its form and finds what must be sealed. Nothing is
 * sealed before everything was found in order.
 */
public final class BodyForm {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private final List<FieldError> errors = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();

    /** A personal value that waits to be sealed in its place in the tree. */
    private record Pending(ObjectNode place, @Nullable PersonRef person, Form.Kind kind, String plain) {}

    /** Where the walk is, whose key applies there, and which form a personal value has. */
    private record Place(String path, @Nullable PersonRef person, Form.Kind kind) {
        Place at(String inner) {
            return new Place(inner, person, kind);
        }
    }

    /** What is wrong, so far. */
    public List<FieldError> errors() {
        return errors;
    }

    /**
     * Walks an object along a record.
     *
     * @param path of the object, empty for the body
     * @return the tree from which the record can be made once {@link #seal} has filled in what is sealed
     */
    public ObjectNode walk(ObjectNode body, Class<? extends Record> type, String path) {
        return record(body, type, new Place(path, null, Form.Kind.TEXT));
    }

    /** Seals what the walk found, in place; returns the sealed values that can be searched for. */
    public List<Personal> seal(Vault vault, Id request) {
        List<Personal> findable = new ArrayList<>();
        for (Pending value : pending) {
            Personal sealed = vault.seal(request, value.person(), value.kind(), value.plain());
            fill(value.place(), sealed);
            if (value.kind() != Form.Kind.TEXT) {
                findable.add(sealed);
            }
        }
        return findable;
    }

    private JsonNode value(JsonNode node, Type type, Place place) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class ? map(node, of[0], of[1], place) : list(node, of[0], place);
        }
        Class<?> simple = (Class<?>) type;
        if (simple == Personal.class) {
            return personal(node, place);
        }
        if (simple == Object.class) {
            return node;
        }
        if (simple.isRecord() && !isText(simple)) {
            return node instanceof ObjectNode object
                    ? record(object, simple.asSubclass(Record.class), place)
                    : wrong(node, place, "Here stands an object.");
        }
        return scalar(node, simple, place);
    }

    private ObjectNode record(ObjectNode object, Class<? extends Record> type, Place place) {
        int before = errors.size();
        ObjectNode walked = NODES.objectNode();
        RecordComponent[] components = type.getRecordComponents();
        List<String> names =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String name : object.propertyNames()) {
            if (!names.contains(name)) {
                errors.add(new FieldError(BodyText.join(place.path(), name), "There is no such field."));
            }
        }
        PersonRef person = person(object, components).orElse(place.person());
        for (RecordComponent component : components) {
            JsonNode node = object.get(component.getName());
            Form form = component.getAnnotation(Form.class);
            Place inner = new Place(
                    BodyText.join(place.path(), component.getName()),
                    form != null && form.outlivesErasure() ? null : person,
                    form == null ? Form.Kind.TEXT : form.value());
            if (node != null && !node.isNull()) {
                walked.set(component.getName(), value(node, component.getGenericType(), inner));
            } else if (!isNullable(component)) {
                absent(component)
                        .ifPresentOrElse(
                                empty -> walked.set(component.getName(), empty),
                                () -> errors.add(new FieldError(inner.path(), "This field is missing.")));
            }
        }
        if (errors.size() == before) {
            make(walked, type, place);
        }
        return walked;
    }

    /** The record itself may know what its fields cannot, such as that exactly one of them is named. */
    private void make(JsonNode node, Class<?> type, Place place) {
        try {
            Json.MAPPER.treeToValue(node, type);
        } catch (JacksonException e) {
            errors.add(new FieldError(
                    place.path().isEmpty() ? "body" : place.path(),
                    malformed(e).map(BodyForm::sentence).orElse("This is no valid " + words(type) + ".")));
        }
    }

    private ArrayNode list(JsonNode node, Type of, Place place) {
        ArrayNode walked = NODES.arrayNode();
        if (!node.isArray()) {
            wrong(node, place, "Here stands a list.");
            return walked;
        }
        for (int i = 0; i < node.size(); i++) {
            Place inner = place.at(place.path() + "[" + i + "]");
            if (node.get(i).isNull()) {
                errors.add(new FieldError(inner.path(), "A list has no empty place."));
            } else {
                walked.add(value(node.get(i), of, inner));
            }
        }
        return walked;
    }

    private ObjectNode map(JsonNode node, Type key, Type of, Place place) {
        ObjectNode walked = NODES.objectNode();
        if (!(node instanceof ObjectNode object)) {
            wrong(node, place, "Here stands an object.");
            return walked;
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Place inner = place.at(BodyText.join(place.path(), entry.getKey()));
            JsonNode named = key == Integer.class ? number(entry.getKey()) : NODES.stringNode(entry.getKey());
            scalar(named, (Class<?>) key, inner);
            if (entry.getValue().isNull()) {
                errors.add(new FieldError(inner.path(), "This field is missing."));
            } else {
                walked.set(entry.getKey(), value(entry.getValue(), of, inner));
            }
        }
        return walked;
    }

    private static JsonNode number(String key) {
        return key.matches("\\d{1,9}") ? NODES.numberNode(Integer.parseInt(key)) : NODES.stringNode(key);
    }

    private JsonNode personal(JsonNode node, Place place) {
        if (!node.isString()) {
            return wrong(node, place, "Here stands a text.");
        }
        String plain = node.stringValue();
        Optional<String> broken = PlainForms.broken(place.kind(), plain);
        if (broken.isPresent()) {
            return wrong(node, place, broken.get());
        }
        ObjectNode sealed = NODES.objectNode();
        fill(sealed, new Personal(new UUID(0, 0), new UUID(0, 0), "-"));
        pending.add(new Pending(sealed, place.person(), place.kind(), plain));
        return sealed;
    }

    private static void fill(ObjectNode place, Personal value) {
        place.put("value", value.value().toString());
        place.put("key", value.key().toString());
        place.put("sealed", value.sealed());
    }

    private JsonNode scalar(JsonNode node, Class<?> type, Place place) {
        Optional<String> kind = wrongKind(node, type);
        if (kind.isPresent()) {
            return wrong(node, place, kind.get());
        }
        try {
            Object value = Json.MAPPER.treeToValue(node, type);
            if (!isPlausible(value)) {
                return wrong(node, place, "A date lies between 1900 and 2199, a duration has at most 36,525 days.");
            }
        } catch (JacksonException e) {
            return wrong(node, place, malformed(e).map(BodyForm::sentence).orElseGet(() -> form(type)));
        }
        return node;
    }

    private static Optional<String> wrongKind(JsonNode node, Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? Optional.empty() : Optional.of("Here stands true or false.");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return node.isIntegralNumber() ? Optional.empty() : Optional.of("Here stands a whole number.");
        }
        return node.isString() ? Optional.empty() : Optional.of("Here stands a text.");
    }

    /** The form of a type whose own sentence cannot be had, because Jackson failed before the value was made. */
    private static String form(Class<?> type) {
        if (type.isEnum()) {
            return "This is one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Kebab.of((Enum<?>) constant))
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (type == UUID.class || (type.isRecord() && type.getRecordComponents()[0].getType() == UUID.class)) {
            return "An id is a UUID, such as 3f0c4f0e-6f0a-4f5e-9d55-0b4a1a9c7e21.";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "A moment is a date, a time and an offset, such as 2026-05-01T16:00Z.";
        }
        if (type == LocalDate.class) {
            return "A date is year, month and day, such as 2026-05-01.";
        }
        if (type == LocalTime.class) {
            return "A time of day is hours and minutes, such as 09:30.";
        }
        if (type == Duration.class) {
            return "A duration has the form of ISO 8601, such as P10D or PT36H.";
        }
        return "This is no valid " + words(type) + ".";
    }

    /** Beyond these bounds there are only typing errors, and values that a database does not take. */
    private static boolean isPlausible(Object value) {
        return switch (value) {
            case Instant moment -> isPlausible(moment.atOffset(ZoneOffset.UTC).toLocalDate());
            case OffsetDateTime moment -> isPlausible(moment.toLocalDate());
            case LocalDate date -> !date.isBefore(EARLIEST) && !date.isAfter(LATEST);
            case Duration duration -> duration.abs().compareTo(LONGEST) <= 0;
            default -> true;
        };
    }

    private JsonNode wrong(JsonNode node, Place place, String rule) {
        errors.add(new FieldError(place.path(), rule));
        return node;
    }

    private static Optional<PersonRef> person(ObjectNode object, RecordComponent[] components) {
        for (RecordComponent component : components) {
            JsonNode node = object.get(component.getName());
            if (component.getType() == PersonRef.class && node != null && node.isString()) {
                try {
                    return Optional.of(new PersonRef(node.stringValue()));
                } catch (Malformed e) {
                    return Optional.empty(); // reported where the walk comes to it
                }
            }
        }
        return Optional.empty();
    }

    /** What a field means that is not there: nothing in the list, nothing in the map, not so. */
    private static Optional<JsonNode> absent(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == List.class) {
            return Optional.of(NODES.arrayNode());
        }
        if (type == Map.class) {
            return Optional.of(NODES.objectNode());
        }
        return type == boolean.class ? Optional.of(NODES.booleanNode(false)) : Optional.empty();
    }

    /** True if a component may be left out. */
    public static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** True if a record is written as the one value that it holds. */
    public static boolean isText(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        return components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static Optional<String> malformed(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Malformed malformed) {
                return Optional.ofNullable(malformed.getMessage());
            }
        }
        return Optional.empty();
    }

    private static String sentence(String rule) {
        return Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".";
    }

    private static String words(Class<?> type) {
        return Kebab.of(type).replace('-', ' ');
    }
}
