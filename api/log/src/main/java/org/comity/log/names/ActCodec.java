package org.comity.log.names;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.Digest;
import org.comity.api.Kebab;
import org.comity.api.Malformed;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.Personal;
import org.comity.api.Proof;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.jspecify.annotations.Nullable;

/**
 * Writes an {@link Act} as one flat object of texts and reads it back, on the live bus and from the store alike.
 *
 * <table>
 *   <caption>Keys; what has no value has no key</caption>
 *   <tr><td>{@code person}, {@code mandate}</td><td>who acts; UUID, mandate in kebab-case</td></tr>
 *   <tr><td>{@code office}, {@code officeKind}, {@code officeState}</td><td>in which office; UUID, kind, State; all or none</td></tr>
 *   <tr><td>{@code proposerPerson}, {@code proposerMandate}, {@code proposerOffice}, {@code proposerOfficeKind},
 *       {@code proposerOfficeState}</td><td>the first of two persons, likewise</td></tr>
 *   <tr><td>{@code onBehalfOf}, {@code onBehalfOfKind}, {@code onBehalfOfState}</td><td>whose act is reported</td></tr>
 *   <tr><td>{@code proofDigest}, {@code proofKind}, {@code proofReceivedAt}</td><td>what shows the reported act</td></tr>
 *   <tr><td>{@code channel}</td><td>by which it came</td></tr>
 *   <tr><td>{@code reasonValue}, {@code reasonKey}, {@code reasonSealed}</td><td>the reason, sealed; all or none</td></tr>
 *   <tr><td>{@code occurredAt}, {@code receivedAt}</td><td>ISO 8601 instants in UTC</td></tr>
 * </table>
 */
public final class ActCodec {
    static final Set<String> KEYS = Set.of(
            "person",
            "mandate",
            "office",
            "officeKind",
            "officeState",
            "proposerPerson",
            "proposerMandate",
            "proposerOffice",
            "proposerOfficeKind",
            "proposerOfficeState",
            "onBehalfOf",
            "onBehalfOfKind",
            "onBehalfOfState",
            "proofDigest",
            "proofKind",
            "proofReceivedAt",
            "channel",
            "reasonValue",
            "reasonKey",
            "reasonSealed",
            "occurredAt",
            "receivedAt");

    private ActCodec() {}

    /** Writes an act; the map is mutable, so that the door can add the {@link Origin}. */
    public static Map<String, String> write(Act act) {
        var flat = new LinkedHashMap<String, String>();
        put(flat, "person", act.actor().person());
        flat.put("mandate", Kebab.of(act.actor().mandate()));
        putOffice(flat, "office", act.actor().office());
        if (act.proposer() != null) {
            put(flat, "proposerPerson", act.proposer().person());
            flat.put("proposerMandate", Kebab.of(act.proposer().mandate()));
            putOffice(flat, "proposerOffice", act.proposer().office());
        }
        putOffice(flat, "onBehalfOf", act.onBehalfOf());
        if (act.proof() != null) {
            put(flat, "proofDigest", act.proof().digest());
            put(flat, "proofKind", act.proof().kind());
            put(flat, "proofReceivedAt", act.proof().receivedAt());
        }
        put(flat, "channel", act.channel());
        if (act.reason() != null) {
            put(flat, "reasonValue", act.reason().value());
            put(flat, "reasonKey", act.reason().key());
            put(flat, "reasonSealed", act.reason().sealed());
        }
        put(flat, "occurredAt", act.occurredAt());
        put(flat, "receivedAt", act.receivedAt());
        return flat;
    }

    /**
     * Reads an act; keys that are not its own are left to others.
     *
     * @throws Malformed if a key is missing or its value does not have its form
     */
    public static Act read(Map<String, ?> flat) {
        try {
            return new Act(
                    new Actor(new PersonId(uuid(flat, "person")), mandate(flat, "mandate"), office(flat, "office")),
                    flat.get("proposerPerson") == null ? null : proposer(flat),
                    office(flat, "onBehalfOf"),
                    flat.get("proofDigest") == null ? null : proof(flat),
                    flat.get("channel") == null ? null : new Channel(text(flat, "channel")),
                    flat.get("reasonValue") == null ? null : reason(flat),
                    Instant.parse(text(flat, "occurredAt")),
                    Instant.parse(text(flat, "receivedAt")));
        } catch (DateTimeException e) {
            throw new Malformed("metadata carry a moment that is no ISO 8601 instant");
        }
    }

    /** Refuses metadata that this release could not explain to an auditor: every key is one of the act or of its origin. */
    public static void check(Map<String, ?> flat) {
        var unknown = new TreeSet<>(flat.keySet());
        unknown.removeAll(KEYS);
        unknown.removeAll(Origin.KEYS);
        Malformed.unless(unknown.isEmpty(), "metadata have only documented keys, not " + unknown);
        read(flat);
        Origin.read(flat);
    }

    private static Actor proposer(Map<String, ?> flat) {
        return new Actor(
                new PersonId(uuid(flat, "proposerPerson")),
                mandate(flat, "proposerMandate"),
                office(flat, "proposerOffice"));
    }

    private static @Nullable Office office(Map<String, ?> flat, String key) {
        return flat.get(key) == null
                ? null
                : new Office(
                        new AuthorityId(uuid(flat, key)),
                        constant(AuthorityKind.values(), text(flat, key + "Kind")),
                        new StateCode(text(flat, key + "State")));
    }

    private static Proof proof(Map<String, ?> flat) {
        return new Proof(
                new Digest(text(flat, "proofDigest")),
                new Code(text(flat, "proofKind")),
                flat.get("proofReceivedAt") == null ? null : Instant.parse(text(flat, "proofReceivedAt")));
    }

    private static Personal reason(Map<String, ?> flat) {
        return new Personal(uuid(flat, "reasonValue"), uuid(flat, "reasonKey"), text(flat, "reasonSealed"));
    }

    private static Mandate mandate(Map<String, ?> flat, String key) {
        return constant(Mandate.values(), text(flat, key));
    }

    private static <E extends Enum<E>> E constant(E[] constants, String kebab) {
        for (E constant : constants) {
            if (Kebab.of(constant).equals(kebab)) {
                return constant;
            }
        }
        throw new Malformed("metadata name an unknown " + Kebab.of(constants[0].getDeclaringClass()));
    }

    private static UUID uuid(Map<String, ?> flat, String key) {
        String text = text(flat, key).toLowerCase(Locale.ROOT);
        Malformed.unless(text.length() == 36, "metadata carry a UUID under " + key);
        return UUID.fromString(text);
    }

    private static String text(Map<String, ?> flat, String key) {
        if (flat.get(key) instanceof String text) {
            return text;
        }
        throw new Malformed("metadata carry a text under " + key);
    }

    private static void putOffice(Map<String, String> flat, String key, @Nullable Office office) {
        if (office != null) {
            put(flat, key, office.id());
            flat.put(key + "Kind", Kebab.of(office.kind()));
            put(flat, key + "State", office.state());
        }
    }

    private static void put(Map<String, String> flat, String key, @Nullable Object value) {
        if (value != null) {
            flat.put(key, value.toString());
        }
    }
}
