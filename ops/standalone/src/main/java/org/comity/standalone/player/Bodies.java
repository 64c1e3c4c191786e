package org.comity.standalone.player;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.api.Digest;
import org.comity.api.Document;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonId;
import org.comity.api.PreservationId;
import org.comity.api.Proof;
import org.comity.api.SpontaneousId;
import org.comity.api.directory.AuthorityId;
import org.comity.api.preservation.PathProvider;
import org.comity.log.names.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the body of a command from a row: names become ids, what the record of the command wants and the row leaves out is
 * invented, and what belongs to the act goes there.
 */
final class Bodies {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What a row may say of any command, beside the fields of its record. */
    private static final Map<String, Class<?>> OF_THE_ACT = Map.of(
            "reason", String.class, "channel", String.class, "onBehalfOf", AuthorityId.class, "proof", Proof.class);

    private final Step step;
    private final Cast cast;
    private final Story story;
    private final Samples samples;
    private final Function<String, String> eventId;

    /**
     * The maker for one step.
     *
     * @param eventId finds the latest event with a name in the history of the request
     */
    Bodies(Step step, Cast cast, Story.Later later, Function<String, String> eventId) {
        this.step = step;
        this.cast = cast;
        this.story = cast.story(step.aggregate());
        this.samples = new Samples(step, story, cast, later);
        this.eventId = eventId;
    }

    /**
     * The body of the step's command.
     *
     * @throws CannotPlay if the row says something that the command does not have
     */
    ObjectNode body(Class<? extends Record> type) {
        Map<String, JsonNode> said = prepared();
        Set<String> fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        ObjectNode body = NODES.objectNode();
        ObjectNode act = act(said, fields);
        for (RecordComponent component : type.getRecordComponents()) {
            String field = component.getName();
            if (field.equals("id")) {
                continue;
            }
            JsonNode given = said.get(field);
            JsonNode value = given != null ? converted(component.getGenericType(), given) : sample(component, said);
            if (value != null) {
                body.set(field, value);
                said.put(field, value);
            }
        }
        body.set("act", act);
        return body;
    }

    /** What a file says in words of its own. */
    private Map<String, JsonNode> prepared() {
        Map<String, JsonNode> said = new LinkedHashMap<>();
        step.data().propertyStream().forEach(field -> said.put(field.getKey(), field.getValue()));
        JsonNode files = said.get("files");
        if (files != null && files.isNumber()) {
            said.remove("files");
            said.put("manifest", tree(samples.manifest(files.asInt())));
        }
        if (step.command().equals("correct-event") && said.containsKey("event")) {
            said.computeIfPresent("event", (field, name) -> NODES.stringNode(eventId.apply(name.asString())));
        }
        if (step.isCreation()) {
            prepareContents(said);
        }
        return said;
    }

    private void prepareContents(Map<String, JsonNode> said) {
        said.computeIfPresent(
                "items",
                (field, items) -> tree(samples.draftItems(
                        items.isObject()
                                ? items.propertyStream()
                                        .collect(
                                                LinkedHashMap::new,
                                                (map, item) -> map.put(
                                                        item.getKey(),
                                                        item.getValue().asString()),
                                                Map::putAll)
                                : items.values().stream()
                                        .collect(
                                                LinkedHashMap::new,
                                                (map, item) -> map.put(item.asString(), "content"),
                                                Map::putAll))));
        said.computeIfPresent("persons", (field, persons) -> withLaterPersons(persons));
        office(said, "from", "sender");
        office(said, "to", "addressee");
        said.computeIfAbsent("from", field -> NODES.stringNode(cast.state(step.first())));
    }

    /** A draft goes from State to State; a file may name an office of it instead. */
    private void office(Map<String, JsonNode> said, String state, String office) {
        String login =
                Optional.ofNullable(said.get(state)).map(JsonNode::asString).orElse("");
        if (Cast.isLogin(login)) {
            said.put(state, NODES.stringNode(cast.state(login)));
            if (step.command().equals("record-incoming")) {
                said.putIfAbsent(office, NODES.stringNode(login));
            }
        }
    }

    private JsonNode withLaterPersons(JsonNode persons) {
        ArrayNode all = NODES.arrayNode();
        var named = new LinkedHashSet<String>();
        persons.values().forEach(person -> {
            all.add(person);
            named.add(person.path("ref").asString(person.asString("")));
        });
        samples.laterPersons().stream()
                .filter(person -> !named.contains(String.valueOf(person.get("ref"))))
                .forEach(person -> all.add(tree(person)));
        return all;
    }

    private ObjectNode act(Map<String, JsonNode> said, Set<String> fields) {
        ObjectNode act = NODES.objectNode().put("occurredAt", step.at().toString());
        for (String key : List.copyOf(said.keySet())) {
            JsonNode value = said.get(key);
            if (fields.contains(key) || value == null) {
                continue;
            }
            Class<?> type = OF_THE_ACT.get(key);
            if (type == null) {
                throw new CannotPlay("the command " + step.command() + " has no field " + key);
            }
            act.set(key, converted(type, value));
            said.remove(key);
        }
        if (act.has("onBehalfOf") && !act.has("proof")) {
            act.set("proof", proof(NODES.stringNode("letter")));
        }
        return act;
    }

    private @Nullable JsonNode sample(RecordComponent component, Map<String, JsonNode> said) {
        boolean mayMiss = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Object sample = samples.of(component, mayMiss, said);
        if (sample != null) {
            return tree(sample);
        }
        return mayMiss ? null : empty(component.getType());
    }

    /** What the form of a command wants even if there is nothing to say. */
    private @Nullable JsonNode empty(Class<?> type) {
        if (type == List.class) {
            return NODES.arrayNode();
        }
        if (type == Map.class) {
            return NODES.objectNode();
        }
        return type == boolean.class ? NODES.booleanNode(false) : null;
    }

    private JsonNode converted(Type type, JsonNode said) {
        if (said.isNull()) {
            return said;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            ArrayNode list = NODES.arrayNode();
            (said.isArray() ? said.values() : List.of(said))
                    .forEach(element -> list.add(converted(generic.getActualTypeArguments()[0], element)));
            return list;
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class && said.isObject()) {
            ObjectNode map = NODES.objectNode();
            said.propertyStream()
                    .forEach(entry ->
                            map.set(entry.getKey(), converted(generic.getActualTypeArguments()[1], entry.getValue())));
            return map;
        }
        return type instanceof Class<?> plain ? value(plain, said) : said;
    }

    private JsonNode value(Class<?> type, JsonNode said) {
        String text = said.asString("");
        if (type == AuthorityId.class && Cast.isLogin(text)) {
            return NODES.stringNode(cast.authority(text));
        }
        if (type == PersonId.class && isName(text)) {
            return NODES.stringNode(cast.person(text));
        }
        if ((type == MlaRequestId.class || type == PreservationId.class || type == SpontaneousId.class)
                && isName(text)) {
            return NODES.stringNode(cast.request(text));
        }
        if (type == Instant.class && text.length() == 10) {
            return NODES.stringNode(text + "T00:00:00Z");
        }
        if (type == LocalDate.class && text.length() > 10) {
            return NODES.stringNode(text.substring(0, 10));
        }
        if (type == Digest.class && !text.contains(":")) {
            return NODES.stringNode(Samples.digest(text));
        }
        if (type == Object.class && Cast.isLogin(text)) {
            return NODES.stringNode(cast.authority(text));
        }
        if (type == Document.class) {
            return document(said);
        }
        if (type == Proof.class) {
            return proof(said);
        }
        if (type == Person.class) {
            return said.isString() ? tree(Map.of("ref", text, "role", "suspect")) : said;
        }
        if (type == PathProvider.class) {
            return said.isString() ? tree(Map.of("name", text, "state", "JP")) : said;
        }
        return said;
    }

    private static boolean isName(String text) {
        return !text.matches("[0-9a-f]{8}-[0-9a-f-]{27}");
    }

    private ObjectNode document(JsonNode said) {
        ObjectNode document = (ObjectNode) tree(samples.document());
        return said instanceof ObjectNode object ? document.setAll(object) : document.put("title", said.asString());
    }

    private ObjectNode proof(JsonNode said) {
        ObjectNode proof = NODES.objectNode()
                .put("digest", Samples.digest("proof of " + step.label()))
                .put("kind", said.isString() ? said.asString() : "letter")
                .put("receivedAt", step.at().toString());
        return said instanceof ObjectNode object ? proof.setAll(object) : proof;
    }

    private static JsonNode tree(Object value) {
        return Json.MAPPER.valueToTree(value);
    }
}
