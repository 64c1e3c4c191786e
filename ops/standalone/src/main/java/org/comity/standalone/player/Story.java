package org.comity.standalone.player;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a player remembers of one request, so that what a row leaves out fits what was played before. */
final class Story {
    private final String name;
    private @Nullable String id;
    private String status = "none";
    private List<String> bases = List.of();
    private String to = "";
    private @Nullable Instant endsAt;
    private final Set<String> open = new LinkedHashSet<>();
    private final List<Integer> rounds = new ArrayList<>();
    private int lastRound;
    private final Map<String, Integer> transfers = new LinkedHashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> actors = new ArrayList<>();
    private final Set<Long> told = new HashSet<>();

    Story(String name) {
        this.name = name;
    }

    /** What is first named later in the file belongs to the draft. */
    record Later(List<Step> steps, Set<String> items, Set<String> persons) {
        static Later of(List<Step> file, String aggregate) {
            List<Step> steps = file.stream()
                    .filter(step -> step.aggregate().equals(aggregate))
                    .toList();
            var later = new Later(steps, new LinkedHashSet<>(), new LinkedHashSet<>());
            steps.stream().filter(step -> !step.isCreation()).forEach(step -> {
                names(step.data().path("items")).forEach(later.items::add);
                names(step.data().path("open")).forEach(later.items::add);
                if (step.command().equals("accept")) {
                    names(step.data().path("scope")).forEach(later.items::add);
                }
                // assign has a person of the own side, who is a login
                String person = step.data().path("person").asString("");
                if (!person.isEmpty() && !Cast.isLogin(person)) {
                    later.persons.add(person);
                }
            });
            return later;
        }

        /** When the file wants something of the request to happen, after a step. */
        Optional<Instant> when(Step step, Predicate<Step> what) {
            return steps.stream()
                    .filter(next -> Step.IN_THE_WORLD.compare(next, step) > 0)
                    .filter(what)
                    .map(Step::at)
                    .findFirst();
        }

        private static List<String> names(JsonNode node) {
            return node.isObject()
                    ? List.copyOf(node.propertyNames())
                    : node.values().stream().map(JsonNode::asString).toList();
        }
    }

    /** Takes note of a step that the node accepted. */
    void remember(Step step, ObjectNode body, String actor) {
        actors.remove(actor);
        actors.add(actor);
        switch (step.command()) {
            case "draft", "offer", "record-incoming", "amend-draft" -> rememberContents(body);
            case "request-information", "request-further-information" -> openRound(body);
            case "provide-information" ->
                body.path("rounds").values().forEach(round -> rounds.remove((Integer) round.asInt()));
            case "conclude-line-item" -> body.path("items").propertyNames().forEach(open::remove);
            case "resume-remainder" -> body.path("items").values().forEach(item -> open.add(item.asString()));
            case "transmit-evidence", "retransmit-evidence", "record-late-material" ->
                transfers.put(
                        body.path("transfer").asString(), body.path("manifest").size());
            case "confirm-preservation", "extend" -> endsAt = instant(body.path("expiresAt"), endsAt);
            default -> {
                // nothing that later samples depend on
            }
        }
    }

    private static @Nullable Instant instant(JsonNode text, @Nullable Instant otherwise) {
        return text.isString() ? OffsetDateTime.parse(text.asString()).toInstant() : otherwise;
    }

    private void rememberContents(ObjectNode body) {
        to = body.path("to").asString(to);
        if (body.has("bases")) {
            bases = body.path("bases").values().stream().map(JsonNode::asString).toList();
        }
        if (body.path("items").isObject()) {
            open.clear();
            open.addAll(body.path("items").propertyNames());
        }
    }

    private void openRound(ObjectNode body) {
        lastRound = body.path("round").asInt(lastRound + 1);
        rounds.add(lastRound);
    }

    void begin(String newId) {
        id = newId;
    }

    void linkedBy(String request) {
        requests.add(request);
    }

    void stands(String newStatus) {
        status = newStatus;
    }

    /** Notes an event that a line of the play has told. */
    void tell(long sequence) {
        told.add(sequence);
    }

    boolean isTold(long sequence) {
        return told.contains(sequence);
    }

    String name() {
        return name;
    }

    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    String status() {
        return status;
    }

    List<String> bases() {
        return bases;
    }

    /** End of the term of a preservation, as far as it is known. */
    Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    /** State that is asked. */
    String to() {
        return to;
    }

    /** Line items that nothing was concluded about. */
    Set<String> openItems() {
        return open;
    }

    /** Rounds of questions that wait for an answer. */
    List<Integer> openRounds() {
        return rounds;
    }

    int nextRound() {
        return lastRound + 1;
    }

    /** Transfers and how many files each has. */
    Map<String, Integer> transfers() {
        return transfers;
    }

    String lastTransfer() {
        return transfers.isEmpty() ? "X-1" : List.copyOf(transfers.keySet()).getLast();
    }

    /** Names of the MLA requests that named this preservation, in order. */
    List<String> requests() {
        return requests;
    }

    /** Who acted, the last one first. */
    List<String> actors() {
        return actors.reversed();
    }
}
