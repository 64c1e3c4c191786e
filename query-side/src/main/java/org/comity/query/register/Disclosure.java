package org.comity.query.register;

import java.util.Map;
import org.comity.api.Id;
import org.comity.api.Personal;
import org.comity.log.names.Json;
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
 * Writes an answer about one request with its personal values opened; what was erased is shown as erased. The reader's right
 * must have been checked.
 */
@Component
public final class Disclosure {
    private static final String REQUEST = "request";

    private final JsonMapper mapper;

    public Disclosure(Vault vault) {
        this.mapper = Json.builder()
                .addModule(new SimpleModule("comity-disclosure").addSerializer(new Opening(vault)))
                .build();
    }

    /** An answer about a request as JSON. */
    public JsonNode open(Id request, Object view) {
        return mapper.readTree(mapper.writer().withAttribute(REQUEST, request).writeValueAsBytes(view));
    }

    /** The same as maps, lists and texts, for a page. */
    public Map<String, Object> opened(Id request, Object view) {
        return mapper.convertValue(open(request, view), new TypeReference<>() {});
    }

    private static final class Opening extends StdSerializer<Personal> {
        private final transient Vault vault;

        Opening(Vault vault) {
            super(Personal.class);
            this.vault = vault;
        }

        @Override
        public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
            var request = (Id) context.getAttribute(REQUEST);
            vault.open(request, value).ifPresentOrElse(json::writeString, () -> {
                json.writeStartObject();
                json.writeBooleanProperty("erased", true);
                json.writeEndObject();
            });
        }
    }
}
