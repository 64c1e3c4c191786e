package org.comity.log.names;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.Digest;
import org.comity.api.Document;
import org.comity.api.GroundCode;
import org.comity.api.Identifier;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.comity.api.StateCode;
import org.comity.api.directory.LanguageTag;
import org.comity.api.directory.Opening;
import org.comity.api.directory.PublicKey;
import org.comity.api.directory.ZoneName;
import org.comity.api.mla.TransferId;
import org.jspecify.annotations.Nullable;

/** Makes the same sample of any record of the language each time: every component set, or only those that must be. */
final class Samples {
    private static final Map<Class<?>, Object> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put(String.class, "{\"text\":\"Ação · ação · 行动\"}");
        VALUES.put(Object.class, "2026-05-18T09:00:00Z");
        VALUES.put(int.class, 2);
        VALUES.put(Integer.class, 2);
        VALUES.put(long.class, 4096L);
        VALUES.put(Long.class, 4096L);
        VALUES.put(boolean.class, true);
        VALUES.put(Boolean.class, true);
        VALUES.put(Instant.class, Instant.parse("2026-05-01T16:00:00.123456Z"));
        VALUES.put(LocalDate.class, LocalDate.parse("2026-05-18"));
        VALUES.put(OffsetDateTime.class, OffsetDateTime.parse("2026-04-30T23:10:05+02:00"));
        VALUES.put(Duration.class, Duration.ofDays(60));
        VALUES.put(Digest.class, new Digest("sha-256:" + "0123456789abcdef".repeat(4)));
        VALUES.put(StateCode.class, new StateCode("PT"));
        VALUES.put(Code.class, new Code("subscriber-data"));
        VALUES.put(ContentCode.class, new ContentCode("offence-text"));
        VALUES.put(GroundCode.class, new GroundCode("dual-criminality"));
        VALUES.put(InstrumentId.class, new InstrumentId("ets-185"));
        VALUES.put(Channel.class, Channel.CONTACT_POINT_24_7);
        VALUES.put(Label.class, new Label("Ref. 12/2026 · Lisboa"));
        VALUES.put(PersonRef.class, new PersonRef("P7"));
        VALUES.put(LineItemId.class, new LineItemId("L1"));
        VALUES.put(LanguageTag.class, new LanguageTag("pt-BR"));
        VALUES.put(ZoneName.class, new ZoneName("Europe/Lisbon"));
        VALUES.put(PublicKey.class, new PublicKey("MCowBQYDK2VwAyEA".repeat(3)));
        VALUES.put(
                Opening.class,
                new Opening(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 30)));
        VALUES.put(TransferId.class, new TransferId("X-1"));
    }

    private final boolean withOptional;

    private Samples(boolean withOptional) {
        this.withOptional = withOptional;
    }

    /** With every component that may be there. */
    static <T> T full(Class<T> type) {
        return type.cast(new Samples(true).of(type, type.getSimpleName()));
    }

    /** With only those components that must be there. */
    static <T> T sparse(Class<T> type) {
        return type.cast(new Samples(false).of(type, type.getSimpleName()));
    }

    private Object of(Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return List.of(of(arguments[0], path + "[0]"));
            }
            if (generic.getRawType() == Map.class) {
                return Map.of(of(arguments[0], path + ".key"), of(arguments[1], path + ".value"));
            }
            throw new IllegalStateException("no sample of " + type + " at " + path);
        }
        Class<?> raw = (Class<?>) type;
        if (VALUES.containsKey(raw)) {
            return VALUES.get(raw);
        }
        if (raw == UUID.class) {
            return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
        }
        if (raw == Personal.class) {
            return new Personal(
                    (UUID) of(UUID.class, path + ".value"), (UUID) of(UUID.class, path + ".key"), "AVqk3w-_s3aled");
        }
        if (raw == Identifier.class) {
            return new Identifier(
                    null,
                    (Personal) of(Personal.class, path + ".ipv4"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    withOptional ? 49152 : null,
                    withOptional ? (OffsetDateTime) of(OffsetDateTime.class, path) : null,
                    withOptional ? (PersonRef) of(PersonRef.class, path) : null);
        }
        if (raw == Document.class) {
            return new Document(
                    (Personal) of(Personal.class, path + ".title"),
                    (Digest) of(Digest.class, path),
                    withOptional ? "zh-Hant" : null,
                    withOptional ? "application/pdf" : null);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[raw.getEnumConstants().length - 1];
        }
        if (raw.isRecord()) {
            return record(raw, path);
        }
        throw new IllegalStateException("no sample of " + type + " at " + path);
    }

    private Object record(Class<?> type, String path) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = !withOptional && isNullable(components[i].getAnnotatedType())
                    ? null
                    : of(components[i].getGenericType(), path + "." + components[i].getName());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type + " at " + path, e);
        }
    }

    private static boolean isNullable(AnnotatedElement component) {
        return component.isAnnotationPresent(Nullable.class);
    }
}
