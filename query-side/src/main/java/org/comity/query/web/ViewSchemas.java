package org.comity.query.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Id;
import org.comity.api.Kebab;
import org.comity.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Describes views as JSON schemas, as they are written: constants in kebab-case, records of one value as that value, personal
 * values opened, erased or restricted, and nothing for what has no value.
 */
final class ViewSchemas {
    private static final String PREFIX = "view.";
    private static final String PERSONAL = PREFIX + "PersonalValue";

    private final Map<String, Schema<?>> named = new LinkedHashMap<>();

    /** Every schema that was asked for, and those that occur in them, by name. */
    Map<String, Schema<?>> named() {
        return named;
    }

    /** The schema of a view, which may have a type for its one variable. */
    Schema<?> of(Type type) {
        return value(type, Map.of());
    }

    static Schema<?> reference(String name) {
        var schema = new JsonSchema();
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }

    static Schema<?> typed(String... types) {
        var schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(List.of(types)));
        return schema;
    }

    private Schema<?> value(Type type, Map<TypeVariable<?>, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            return value(variables.getOrDefault(variable, Object.class), Map.of());
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] of = generic.getActualTypeArguments();
            if (raw == Map.class) {
                Schema<?> map = typed("object");
                map.setAdditionalProperties(value(of[1], variables));
                return map;
            }
            if (raw.isRecord()) {
                return record(raw, name(generic), Map.of(raw.getTypeParameters()[0], of[0]));
            }
            Schema<?> list = typed("array");
            list.setItems(value(of[0], variables));
            return list;
        }
        Class<?> simple = type instanceof Class<?> known ? known : Object.class;
        if (simple == Personal.class) {
            return personal();
        }
        if (!simple.isRecord()) {
            return scalar(simple);
        }
        RecordComponent first = simple.getRecordComponents()[0];
        return first.getAccessor().isAnnotationPresent(JsonValue.class)
                ? scalar(first.getType())
                : record(simple, name(simple), Map.of());
    }

    private Schema<?> record(Class<?> record, String name, Map<TypeVariable<?>, Type> variables) {
        if (!named.containsKey(name)) {
            Schema<?> schema = typed("object");
            named.put(name, schema);
            List<String> required = new ArrayList<>();
            schema.setAdditionalProperties(false);
            members(record, variables, schema, required);
            schema.setRequired(required);
        }
        return reference(name);
    }

    private void members(
            Class<?> record, Map<TypeVariable<?>, Type> variables, Schema<?> schema, List<String> required) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
                schema.setAdditionalProperties(true);
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                    && component.getGenericType() instanceof ParameterizedType generic) {
                members(
                        component.getType(),
                        Map.of(component.getType().getTypeParameters()[0], generic.getActualTypeArguments()[0]),
                        schema,
                        required);
                continue;
            }
            Schema<?> value = value(component.getGenericType(), variables);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean written = component.getAccessor().isAnnotationPresent(JsonInclude.class);
            if (!nullable || written) {
                required.add(component.getName());
            }
            if (nullable && written && value.getTypes() != null) {
                value.setTypes(
                        new LinkedHashSet<>(List.of(value.getTypes().iterator().next(), "null")));
            }
            schema.addProperty(component.getName(), value);
        }
    }

    private Schema<?> personal() {
        if (!named.containsKey(PERSONAL)) {
            Schema<?> either = new JsonSchema();
            either.setDescription(
                    "A personal value, opened for its reader, or the notice that it was erased or is restricted.");
            either.addOneOfItem(typed("string"));
            either.addOneOfItem(notice("erased"));
            either.addOneOfItem(notice("restricted"));
            named.put(PERSONAL, either);
        }
        return reference(PERSONAL);
    }

    private static Schema<?> notice(String why) {
        Schema<?> notice = typed("object");
        Schema<Object> yes = new JsonSchema();
        yes.setConst(true);
        notice.addProperty(why, yes);
        notice.setRequired(List.of(why));
        notice.setAdditionalProperties(false);
        return notice;
    }

    /** A record within a record has the name of both, so that the items of two kinds of requests are not taken for one. */
    private static String name(Class<?> record) {
        Class<?> outer = record.getDeclaringClass();
        return outer == null ? PREFIX + record.getSimpleName() : name(outer) + "." + record.getSimpleName();
    }

    /** A record of something has the names of both too: {@code Page.EntryView.MlaStatus}. */
    private static String name(ParameterizedType type) {
        Type of = type.getActualTypeArguments()[0];
        String inner = of instanceof ParameterizedType generic ? name(generic) : name((Class<?>) of);
        return name((Class<?>) type.getRawType()) + "." + inner.substring(PREFIX.length());
    }

    private static Schema<?> scalar(Class<?> type) {
        if (type == Object.class) {
            return new JsonSchema();
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (Set.<Class<?>>of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return typed("integer");
        }
        Schema<?> schema = typed("string");
        if (type.isEnum()) {
            constants(schema, type);
        } else if (type == UUID.class || type == Id.class) {
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
