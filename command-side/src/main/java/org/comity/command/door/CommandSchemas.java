package org.comity.command.door;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.AtLeastOne;
import org.comity.api.Code;
import org.comity.api.Digest;
import org.comity.api.Form;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.Personal;
import org.comity.api.StateCode;
import org.comity.command.door.form.BodyForm;
import org.jspecify.annotations.Nullable;

/** Describes records as JSON schemas, as {@link BodyForm} reads them: what is {@link Personal} inside is a text outside. */
final class CommandSchemas {
    private final Map<String, Schema<?>> named = new LinkedHashMap<>();

    /** Schemas of the records that occur inside others, by name. */
    Map<String, Schema<?>> named() {
        return named;
    }

    /** The schema of a record; its components without a need to be there are not required. */
    Schema<?> of(Class<?> record, Set<String> without) {
        var properties = new LinkedHashMap<String, Schema<?>>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (without.contains(component.getName())) {
                continue;
            }
            Form form = component.getAnnotation(Form.class);
            Schema<?> value = value(component.getGenericType(), form == null ? Form.Kind.TEXT : form.value());
            if (component.isAnnotationPresent(AtLeastOne.class)) {
                value = component.getType() == List.class ? value.minItems(1) : value.minProperties(1);
            }
            properties.put(component.getName(), value);
            if (!BodyForm.isNullable(component) && !mayBeAbsent(component.getType())) {
                required.add(component.getName());
            }
        }
        Schema<?> schema = typed("object");
        properties.forEach(schema::addProperty);
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
        schema.setAdditionalProperties(false);
        return schema;
    }

    static Schema<?> reference(String name) {
        var schema = new JsonSchema();
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }

    static Schema<?> typed(String type) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        return schema;
    }

    static Schema<?> text(@Nullable String format, String description) {
        Schema<?> schema = typed("string");
        schema.setFormat(format);
        schema.setDescription(description);
        return schema;
    }

    /** An absent list is empty, an absent map is empty, what is not said to be so is not so. */
    private static boolean mayBeAbsent(Class<?> type) {
        return type == List.class || type == Map.class || type == boolean.class;
    }

    private Schema<?> value(Type type, Form.Kind form) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                Schema<?> map = typed("object");
                map.setAdditionalProperties(value(of[1], form));
                return map;
            }
            Schema<?> list = typed("array");
            list.setItems(value(of[0], form));
            return list;
        }
        Class<?> simple = (Class<?>) type;
        if (simple == Personal.class) {
            return personal(form);
        }
        if (simple.isRecord() && !BodyForm.isText(simple)) {
            if (!named.containsKey(simple.getSimpleName())) {
                named.put(simple.getSimpleName(), of(simple, Set.of()));
            }
            return reference(simple.getSimpleName());
        }
        return simple.isRecord() ? held(simple) : scalar(simple);
    }

    private static Schema<?> personal(Form.Kind form) {
        Schema<?> schema = text(
                switch (form) {
                    case IPV4 -> "ipv4";
                    case IPV6 -> "ipv6";
                    case EMAIL -> "email";
                    case URL -> "uri";
                    default -> null;
                },
                "Sealed before it is stored.");
        schema.setMaxLength(
                switch (form) {
                    case TEXT -> 20_000;
                    case URL -> 2_000;
                    case EMAIL -> 254;
                    default -> 200;
                });
        if (form == Form.Kind.IMEI) {
            schema.setPattern("^\\d{15}$");
        }
        if (form == Form.Kind.PHONE) {
            schema.setPattern("^\\+[1-9]\\d{6,14}$");
        }
        return schema;
    }

    /** A record that is written as the one value that it holds. */
    private static Schema<?> held(Class<?> record) {
        RecordComponent component = record.getRecordComponents()[0];
        if (!component.getAccessor().isAnnotationPresent(JsonValue.class)) {
            throw new IllegalArgumentException(record + " is not one value");
        }
        Schema<?> schema = scalar(component.getType());
        schema.setTitle(Kebab.of(record).replace('-', ' '));
        if (record == StateCode.class) {
            schema.setPattern("^[A-Z]{2}$");
        } else if (record == Digest.class) {
            schema.setExample("sha-256:" + "0".repeat(64));
        } else if (record == Label.class) {
            schema.setMaxLength(200);
        } else if (record == Code.class) {
            schema.setPattern("^[a-z0-9]+(-[a-z0-9]+)*$");
        }
        return schema;
    }

    private static Schema<?> scalar(Class<?> type) {
        if (type == Object.class) {
            return new JsonSchema();
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return typed("integer");
        }
        Schema<?> schema = typed("string");
        if (type.isEnum()) {
            constants(schema, type);
        } else if (type == UUID.class) {
            schema.setFormat("uuid");
        } else if (type == Instant.class || type == OffsetDateTime.class) {
            schema.setFormat("date-time");
        } else if (type == LocalDate.class) {
            schema.setFormat("date");
        } else if (type == LocalTime.class) {
            schema.setPattern("^\\d{2}:\\d{2}(:\\d{2})?$");
        } else if (type == Duration.class) {
            schema.setFormat("duration");
        }
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static void constants(Schema<?> schema, Class<?> type) {
        ((Schema<Object>) schema)
                .setEnum(Arrays.stream(type.getEnumConstants())
                        .<Object>map(constant -> Kebab.of((Enum<?>) constant))
                        .toList());
    }
}
