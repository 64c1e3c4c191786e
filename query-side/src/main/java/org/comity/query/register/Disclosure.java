package org.comity.query.register;

import java.util.Map;
import org.comity.api.Actor;
import org.comity.api.Id;
import org.comity.api.Mandate;
import org.comity.api.Personal;
import org.comity.log.names.Json;
import org.comity.log.vault.KeyRing;
import org.comity.log.vault.Opened;
import org.comity.log.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes answers about one request with its personal values opened; what was erased is shown as erased, and what is
 * restricted as restricted. The reader's right to read the request must have been checked.
 */
@Component
public final class Disclosure {
    private static final String KEYS = "keys";
    private static final JsonMapper MAPPER = Json.builder()
            .addModule(new SimpleModule("comity-disclosure").addSerializer(new Opening()))
            .build();

    private final Vault vault;

    public Disclosure(Vault vault) {
        this.vault = vault;
    }

    /** What a reader may read of the personal values of a request, now. */
    public Answer about(Id request, Actor reader) {
        KeyRing ring = vault.ring(request);
        // Who decides about a restriction must be able to see what it is about. Source: LED art. 16(3).
        boolean decides = reader.mandate() == Mandate.DATA_PROTECTION_OFFICER || reader.mandate() == Mandate.SUPERVISOR;
        return new Answer(decides ? ring::openRestricted : ring::open);
    }

    /** One answer, for which the keys were read once. */
    public static final class Answer {
        private final Keys keys;

        private Answer(Keys keys) {
            this.keys = keys;
        }

        /** A view as JSON. */
        public JsonNode json(Object view) {
            return MAPPER.readTree(MAPPER.writer().withAttribute(KEYS, keys).writeValueAsBytes(view));
        }

        /** The same as maps, lists and texts, for a page. */
        public Map<String, Object> values(Object view) {
            return MAPPER.convertValue(json(view), new TypeReference<>() {});
        }
    }

    private interface Keys {
        Opened open(Personal value);
    }

    private static final class Opening extends StdSerializer<Personal> {
        Opening() {
            super(Personal.class);
        }

        @Override
        public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
            var keys = (Keys) context.getAttribute(KEYS);
            switch (keys.open(value)) {
                case Opened.Plain plain -> json.writeString(plain.text());
                case Opened.Erased erased -> notice(json, "erased");
                case Opened.Restricted restricted -> notice(json, "restricted");
            }
        }

        private static void notice(JsonGenerator json, String why) {
            json.writeStartObject();
            json.writeBooleanProperty(why, true);
            json.writeEndObject();
        }
    }
}
