package org.comity.standalone.player;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.comity.standalone.player.Server.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Plays the steps of a file on a running node and says of each what was expected and what was found. */
public final class Player {
    /** What happens by itself is awaited so long. */
    private static final Duration BY_ITSELF = Duration.ofSeconds(10);

    private final ScenarioFile file;
    private final String run;
    private final Server server;
    private final Cast cast;
    private Instant walkedTo = Instant.MIN;

    /**
     * A player.
     *
     * @param run name of this play; the same play sent again does nothing twice
     */
    public Player(ScenarioFile file, String url, String run) {
        this.file = file;
        this.run = run;
        this.server = new Server(url);
        this.cast = new Cast(server::me);
    }

    /** The world clock of a node; nothing if no node with a clock is there. */
    public static Optional<Instant> worldClock(String url) {
        return new Server(url).worldClock();
    }

    /** Plays all steps, and answers how each of them went. */
    public List<Result> play(Consumer<Result> listener) {
        List<Result> results = new ArrayList<>();
        for (Step step : file.steps()) {
            Result result = play(step);
            results.add(result);
            listener.accept(result);
        }
        return results;
    }

    /** The ids that the names of the file stand for, in the order of their first steps. */
    public Map<String, String> ids() {
        var ids = new LinkedHashMap<String, String>();
        cast.stories().forEach((name, story) -> story.id().ifPresent(id -> ids.put(name, id)));
        return ids;
    }

    private Result play(Step step) {
        try {
            if (step.at().isAfter(walkedTo)) {
                server.walkTo(step.at());
                walkedTo = step.at();
            }
            Family family = Family.of(step.aggregate());
            if (step.isBySystem()) {
                return await(step, family);
            }
            return step.mustBeRefused() ? refuse(step, family) : perform(step, family);
        } catch (CannotPlay e) {
            return Result.failed(step, String.valueOf(e.getMessage()));
        }
    }

    private Result perform(Step step, Family family) {
        Story story = cast.story(step.aggregate());
        ObjectNode body = body(step, family);
        Answer answer = send(step, family, body);
        if (answer.status() >= 300) {
            return Result.failed(step, "refused with " + answer.summary());
        }
        if (story.id().isEmpty()) {
            story.begin(answer.body().path("id").asString());
            body.path("linkedPreservations").values().forEach(id -> link(id.asString(), step.aggregate()));
            body.path("linkedRequests").values().forEach(id -> names(id.asString())
                    .forEach(story::linkedBy));
        }
        story.remember(step, body, step.needsTwo() ? step.second() : step.first());
        return read(step, family, story, answer.body());
    }

    private void link(String preservation, String request) {
        names(preservation).forEach(name -> cast.story(name).linkedBy(request));
    }

    private List<String> names(String id) {
        return cast.stories().values().stream()
                .filter(story -> story.id().filter(id::equals).isPresent())
                .map(Story::name)
                .toList();
    }

    /** The first person sends, and if two are needed the second confirms. */
    private Answer send(Step step, Family family, ObjectNode body) {
        Answer first = server.post(path(step, family), step.first(), key(step, "a"), body);
        String proposal = first.body().path("proposal").asString("");
        if (!step.needsTwo() || first.status() >= 300 || proposal.isEmpty()) {
            return first;
        }
        ObjectNode confirmation = JsonNodeFactory.instance.objectNode().put("proposal", proposal);
        confirmation.putObject("act").put("occurredAt", step.at().toString());
        return server.post(request(step, family) + "/confirm", step.second(), key(step, "b"), confirmation);
    }

    private ObjectNode body(Step step, Family family) {
        Story.Later later = Story.Later.of(file.steps(), step.aggregate());
        return new Bodies(step, cast, later, name -> latestEvent(step, family, name))
                .body(family.command(step.command()));
    }

    private String path(Step step, Family family) {
        return switch (step.command()) {
            case "draft", "offer" -> family.path();
            case "record-incoming" -> family.path() + "/incoming";
            default -> request(step, family) + "/" + step.command();
        };
    }

    private String request(Step step, Family family) {
        return family.path() + "/" + cast.request(step.aggregate());
    }

    private String key(Step step, String person) {
        return run + "/" + step.scenario() + "/" + step.number() + "/" + person;
    }

    /** Status and last event as the query side tells them. */
    private Result read(Step step, Family family, Story story, JsonNode answer) {
        long version = answer.path("version").asLong(-1);
        JsonNode view = view(step, family, answer.path("position").asString(""));
        List<JsonNode> history = history(step, family);
        String event = history.stream()
                .filter(entry -> entry.path("sequence").asLong() == version)
                .map(Player::name)
                .findFirst()
                .orElse("nothing");
        story.tell(version);
        // What followed by itself at once is another row of the file; the status before it is the one of this row.
        boolean followed =
                history.stream().anyMatch(entry -> entry.path("sequence").asLong() > version);
        String status = (followed ? answer : view).path("status").asString("unknown");
        story.stands(view.path("status").asString("unknown"));
        return Result.of(step, event, status);
    }

    private Result refuse(Step step, Family family) {
        Story story = cast.story(step.aggregate());
        long before = version(step, family);
        Answer answer = send(step, family, body(step, family));
        long after = version(step, family);
        boolean onlyProposed = after == before + 1
                && step.needsTwo()
                && name(history(step, family).getLast()).equals("Proposed");
        if (!answer.isRefusal()) {
            return Result.failed(step, "not refused: " + answer.status());
        }
        if (after != before && !onlyProposed) {
            return Result.failed(step, "refused with " + answer.summary() + ", and yet something changed");
        }
        return Result.refused(step, answer.summary() + "; still " + story.status());
    }

    private long version(Step step, Family family) {
        return cast.story(step.aggregate()).id().isEmpty()
                ? -1
                : view(step, family, "").path("version").asLong(-1);
    }

    private Result await(Step step, Family family) {
        Story story = cast.story(step.aggregate());
        long deadline = System.nanoTime() + BY_ITSELF.toNanos();
        String status = "unknown";
        @Nullable JsonNode happened = null;
        while (System.nanoTime() < deadline) {
            happened = history(step, family).stream()
                    .filter(entry -> !story.isTold(entry.path("sequence").asLong()))
                    .filter(entry -> name(entry).equals(step.event()))
                    .findFirst()
                    .orElse(null);
            status = view(step, family, "").path("status").asString("unknown");
            boolean overtaken = happened != null && isOvertaken(happened, history(step, family));
            if (happened != null && (overtaken || status.equals(step.statusAfter()))) {
                break;
            }
            Server.pause();
        }
        if (happened != null) {
            story.tell(happened.path("sequence").asLong());
        }
        story.stands(status);
        return Result.of(step, happened == null ? "nothing" : name(happened), status);
    }

    private static boolean isOvertaken(JsonNode entry, List<JsonNode> history) {
        return history.getLast().path("sequence").asLong()
                > entry.path("sequence").asLong();
    }

    private JsonNode view(Step step, Family family, String position) {
        String after = position.isEmpty() ? "" : "?after=" + position;
        return readable(step, request(step, family) + after);
    }

    private List<JsonNode> history(Step step, Family family) {
        List<JsonNode> entries = new ArrayList<>();
        String path = request(step, family) + "/history";
        String cursor = "";
        do {
            JsonNode page = readable(step, path + cursor);
            entries.addAll(page.path("items").values());
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "?cursor=" + next;
        } while (!cursor.isEmpty());
        return entries;
    }

    /** Read by who acts, or, if that login may not see it (any more), by who acted before. */
    private JsonNode readable(Step step, String path) {
        Set<String> readers = new LinkedHashSet<>();
        if (!step.isBySystem()) {
            readers.add(step.needsTwo() ? step.second() : step.first());
        }
        readers.addAll(cast.story(step.aggregate()).actors());
        Answer answer = new Answer(404, JsonNodeFactory.instance.objectNode());
        for (String reader : readers) {
            answer = server.get(path, reader);
            if (answer.status() == 200) {
                return answer.body();
            }
        }
        throw new CannotPlay("reading " + path + " was answered " + answer.summary());
    }

    private String latestEvent(Step step, Family family, String name) {
        return history(step, family).reversed().stream()
                .filter(entry -> name(entry).equals(name))
                .map(entry -> entry.path("eventId").asString())
                .findFirst()
                .orElseThrow(() -> new CannotPlay("there is no event " + name + " in " + step.aggregate()));
    }

    /** The name of an event without its family. */
    private static String name(JsonNode entry) {
        String name = entry.path("event").asString("");
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
