package org.comity.query.web;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Holds JSON to a schema, as far as our schemas go. */
record SchemaForm(Map<String, Schema<?>> named) {

    List<String> faults(Schema<?> schema, JsonNode value, String at) {
        if (schema.get$ref() != null) {
            return faults(named.get(schema.get$ref().replaceAll(".*/", "")), value, at);
        }
        if (schema.getOneOf() != null) {
            long fitting = schema.getOneOf().stream()
                    .filter(one -> faults((Schema<?>) one, value, at).isEmpty())
                    .count();
            return fitting == 1 ? List.of() : List.of(at + " fits " + fitting + " of its forms");
        }
        var faults = new ArrayList<String>();
        if (schema.getTypes() != null && !schema.getTypes().contains(type(value))) {
            faults.add(at + " is " + type(value) + ", not " + schema.getTypes());
        } else if (schema.getEnum() != null && !schema.getEnum().contains(value.stringValue())) {
            faults.add(at + " is none of " + schema.getEnum());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                faults.addAll(faults(schema.getItems(), value.get(i), at + "/" + i));
            }
        } else if (value.isObject()) {
            faults.addAll(members(schema, value, at));
        }
        return faults;
    }

    private List<String> members(Schema<?> schema, JsonNode value, String at) {
        var faults = new ArrayList<String>();
        if (schema.getRequired() != null) {
            schema.getRequired().stream()
                    .filter(name -> !value.has(name))
                    .forEach(name -> faults.add(at + " lacks " + name));
        }
        value.properties().forEach(member -> {
            String where = at + "/" + member.getKey();
            Schema<?> known = schema.getProperties() == null
                    ? null
                    : schema.getProperties().get(member.getKey());
            if (known != null) {
                faults.addAll(faults(known, member.getValue(), where));
            } else if (schema.getAdditionalProperties() instanceof Schema<?> each) {
                faults.addAll(faults(each, member.getValue(), where));
            } else if (!Boolean.TRUE.equals(schema.getAdditionalProperties())) {
                faults.add(where + " is not described");
            }
        });
        return faults;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }
}
