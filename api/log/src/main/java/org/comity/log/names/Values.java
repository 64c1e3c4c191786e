package org.comity.log.names;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.comity.api.Kebab;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Instants and dates as the house reads them, and records that are one value, as keys of maps. */
final class Values extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Values() {
        super("comity-values");
        addDeserializer(Instant.class, new Moment<>(Instant.class, text -> OffsetDateTime.parse(text)
                .toInstant()));
        addDeserializer(OffsetDateTime.class, new Moment<>(OffsetDateTime.class, OffsetDateTime::parse));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addKeyDeserializers(new SingleValueKeys());
    }

    /** A moment with its offset from UTC; seconds may be left out, the offset may not. */
    private static final class Moment<T> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> parse;

        Moment(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return handledType().cast(context.handleUnexpectedToken(handledType(), parser));
            }
            String text = parser.getString();
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                return handledType()
                        .cast(context.handleWeirdStringValue(
                                handledType(),
                                text,
                                "a moment is a date, a time and an offset, such as 2026-05-01T16:00Z"));
            }
        }

        @Override
        @SuppressWarnings("unchecked")
        public Class<T> handledType() {
            return (Class<T>) super.handledType();
        }
    }

    /** Keys such as a line item's id: a record whose one component carries {@code @JsonValue}. */
    private static final class SingleValueKeys implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            RecordComponent[] components = type.getRawClass().getRecordComponents();
            return components != null
                            && components.length == 1
                            && components[0].getAccessor().isAnnotationPresent(JsonValue.class)
                    ? new SingleValueKey(type.getRawClass(), components[0].getType())
                    : null;
        }
    }

    private static final class SingleValueKey extends KeyDeserializer {
        private final Class<?> type;
        private final Class<?> component;

        SingleValueKey(Class<?> type, Class<?> component) {
            this.type = type;
            this.component = component;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(component);
                return constructor.newInstance(Json.MAPPER.convertValue(key, component));
            } catch (ReflectiveOperationException | RuntimeException e) {
                return context.handleWeirdKey(type, key, "not a valid " + Kebab.of(type));
            }
        }
    }
}
