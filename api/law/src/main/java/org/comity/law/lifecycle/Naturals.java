package org.comity.law.lifecycle;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.api.Kebab;
import org.comity.api.Malformed;
import org.jspecify.annotations.Nullable;

/** Values as JSON gives them, made into the values of the language. The JDK alone: the law knows no JSON library. */
final class Naturals {
    private Naturals() {}

    /** A value that cannot be made into the type that is asked for. */
    static final class Unfit extends RuntimeException {
        private final String form;

        Unfit(String form) {
            super(form, null, false, false);
            this.form = form;
        }

        /** What the value should have been. */
        String form() {
            return form;
        }
    }

    static @Nullable Object convert(@Nullable Object value, RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        if (value == null) {
            if (component.getType().isPrimitive() || !isNullable(type)) {
                throw new Unfit("not empty");
            }
            return null;
        }
        return convert(value, type.getType());
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class)
                || (type instanceof AnnotatedParameterizedType p && p.isAnnotationPresent(Nullable.class));
    }

    private static Object convert(Object value, Type type) {
        if (type instanceof ParameterizedType generic) {
            return convertGeneric(value, generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Object.class || plain.isInstance(value)) {
            return value;
        }
        if (plain.isEnum()) {
            return constant(value, plain);
        }
        if (plain.isRecord()) {
            return oneComponent(value, plain);
        }
        try {
            return scalar(value, plain);
        } catch (DateTimeException e) {
            throw new Unfit(form(plain));
        }
    }

    private static Object scalar(Object value, Class<?> type) {
        if (value instanceof String text) {
            if (type == Instant.class) {
                return OffsetDateTime.parse(text).toInstant();
            } else if (type == OffsetDateTime.class) {
                return OffsetDateTime.parse(text);
            } else if (type == LocalDate.class) {
                return LocalDate.parse(text);
            } else if (type == Duration.class) {
                return Duration.parse(text);
            }
        }
        if (value instanceof Boolean && type == boolean.class) {
            return value;
        }
        if (value instanceof Number || value instanceof String) {
            try {
                var number = new BigDecimal(value.toString());
                if (type == int.class || type == Integer.class) {
                    return number.intValueExact();
                } else if (type == long.class || type == Long.class) {
                    return number.longValueExact();
                }
            } catch (ArithmeticException | NumberFormatException e) {
                throw new Unfit(form(type));
            }
        }
        throw new Unfit(form(type));
    }

    private static String form(Class<?> type) {
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "an instant with its offset such as 2026-03-18T10:00Z";
        } else if (type == LocalDate.class) {
            return "a day such as 2026-03-18";
        } else if (type == Duration.class) {
            return "a duration such as PT48H";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (type == String.class) {
            return "a text";
        }
        return "a whole number";
    }

    private static Object constant(Object value, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Kebab.of((Enum<?>) constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new Unfit("one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> Kebab.of((Enum<?>) constant))
                                .collect(Collectors.joining(", "))));
    }

    private static Object oneComponent(Object value, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != 1) {
            throw new Unfit("several values; name the one that is wrong, with a dot");
        }
        Object inner = convert(value, components[0].getGenericType());
        return construct(type, List.of(inner));
    }

    private static Object convertGeneric(Object value, ParameterizedType type) {
        Type[] parts = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            if (!(value instanceof Collection<?> many)) {
                throw new Unfit("a list");
            }
            return many.stream().map(one -> convert(notNull(one), parts[0])).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new Unfit("a map");
        }
        var converted = new LinkedHashMap<Object, Object>();
        map.forEach((k, v) -> converted.put(convert(notNull(k), parts[0]), convert(notNull(v), parts[1])));
        return converted;
    }

    private static Object notNull(@Nullable Object value) {
        if (value == null) {
            throw new Unfit("without empty places");
        }
        return value;
    }

    /** Makes a record of a type from the values of its components. */
    static Object construct(Class<?> type, List<? extends @Nullable Object> values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Malformed malformed) {
                throw new Unfit(String.valueOf(malformed.getMessage()));
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the records of the language are public", e);
        }
    }

    /** True if a type is, or somewhere holds, one of the given types. */
    static boolean mentions(Type type, Set<Class<?>> fixed) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(part -> mentions(part, fixed));
        }
        var plain = (Class<?>) type;
        if (fixed.stream().anyMatch(one -> one.isAssignableFrom(plain))) {
            return true;
        }
        var inner = new ArrayList<Type>();
        if (plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                inner.add(component.getGenericType());
            }
        }
        return inner.stream().anyMatch(part -> mentions(part, fixed));
    }
}
