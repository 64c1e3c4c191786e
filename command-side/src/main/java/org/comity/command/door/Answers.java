package org.comity.command.door;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.Recorded;
import org.comity.api.RequestEvent;
import org.comity.log.names.Json;
import org.comity.log.store.EventLog;
import org.comity.log.vault.PositionTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells what came of a command: only from what the log holds, so that a repeat hears the same to the byte. */
@Component
class Answers {
    static final String POSITION = "Comity-Position";

    private final EventLog log;
    private final PositionTokens tokens;

    Answers(EventLog log, PositionTokens tokens) {
        this.log = log;
        this.tokens = tokens;
    }

    /** An event as answers and histories name it: by its bare name, for the path says which family it is of. */
    record Told(String name, UUID eventId, long sequence) {}

    /**
     * The answer to a command.
     *
     * @param known history of the target as it was read before, if it was
     * @param events what the command recorded; none if it changed nothing
     */
    ResponseEntity<byte[]> answer(Family family, UUID target, List<Recorded<?>> known, List<Recorded<?>> events) {
        List<Recorded<?>> history = history(target, known, events);
        Recorded<?> last = events.isEmpty() ? history.getLast() : events.getLast();
        long version = last.fact().sequence();
        Optional<UUID> proposal =
                events.stream().flatMap(recorded -> proposal(recorded).stream()).findFirst();
        var body = new LinkedHashMap<String, Object>();
        proposal.ifPresent(id -> body.put("proposal", id));
        body.put("id", target);
        body.put("reference", family.reference(target));
        body.put("version", version);
        body.put("position", tokens.token(last.position()));
        // as of the command's own last event, not of what others may have done since
        body.put("status", family.status(history.subList(0, Math.toIntExact(version) + 1)));
        body.put(
                "events",
                events.stream()
                        .map(event -> new Told(
                                event.event().getClass().getSimpleName(),
                                event.fact().eventId(),
                                event.fact().sequence()))
                        .toList());
        boolean created = !events.isEmpty() && events.getFirst().fact().sequence() == 0;
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                proposal.isPresent() ? HttpStatus.ACCEPTED : created ? HttpStatus.CREATED : HttpStatus.OK);
        if (created) {
            answer.location(URI.create("/api/" + family.path() + "/" + target));
        }
        return answer.headers(headers(version, last.position())).body(bytes(body));
    }

    /** What is known and what was recorded are the whole history, unless somebody else came between. */
    private List<Recorded<?>> history(UUID target, List<Recorded<?>> known, List<Recorded<?>> events) {
        return !events.isEmpty() && events.getFirst().fact().sequence() == known.size()
                ? Stream.concat(known.stream(), events.stream()).toList()
                : log.read(target.toString());
    }

    private HttpHeaders headers(long version, long position) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setCacheControl("no-store");
        headers.setETag("\"" + version + "\"");
        headers.set(POSITION, tokens.token(position));
        return headers;
    }

    private static Optional<UUID> proposal(Recorded<?> recorded) {
        return recorded.event() instanceof RequestEvent.Proposed e ? Optional.of(e.proposal()) : Optional.empty();
    }

    private static byte[] bytes(Map<String, Object> body) {
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }
}
