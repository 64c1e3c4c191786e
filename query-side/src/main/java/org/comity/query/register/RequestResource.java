package org.comity.query.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.comity.api.Id;
import org.comity.api.Login;
import org.comity.api.Refused;
import org.comity.api.view.EntryView;
import org.comity.api.view.Page;
import org.comity.api.view.ReckoningView;
import org.comity.api.view.RequestLawView;
import org.comity.api.view.RequestView;
import org.comity.query.projection.Reached;
import org.comity.query.web.Answers;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Requests of a kind as JSON. A kind has a subclass of it that names its path and its view. */
public abstract class RequestResource<S extends Enum<S>, V extends RequestView<S>> {
    private final Kind<?, ?, S, V> kind;
    private final Register<?, ?, S> register;
    private final Tools tools;

    /** What every resource of requests uses. */
    @Component
    public record Tools(Readings readings, Disclosure disclosure, Reached reached) {}

    protected RequestResource(Kind<?, ?, S, V> kind, Register<?, ?, S> register, Tools tools) {
        this.kind = kind;
        this.register = register;
        this.tools = tools;
    }

    @GetMapping
    @Operation(summary = "The requests that the reader may know of, the newest first")
    Page<EntryView<S>> list(
            @RequestParam(required = false) @Parameter(description = Filters.STATUS) @Nullable List<String> status,
            @RequestParam(required = false) @Parameter(description = Filters.STATE) @Nullable String state,
            @RequestParam(required = false) @Parameter(description = Filters.ROLE) @Nullable String role,
            @RequestParam(name = "waiting-on", required = false) @Parameter(description = Filters.WAITING_ON) @Nullable
                    String waitingOn,
            @RequestParam(name = "due-before", required = false) @Parameter(description = Filters.DUE_BEFORE) @Nullable
                    String dueBefore,
            @RequestParam(required = false) @Parameter(description = Filters.TEXT) @Nullable String text,
            @RequestParam(required = false) @Parameter(description = Filters.MINE) @Nullable String mine,
            @RequestParam(required = false) @Parameter(description = Filters.SIZE) @Nullable String size,
            @RequestParam(required = false) @Parameter(description = Filters.CURSOR) @Nullable String cursor,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        var filter = Filters.of(kind.statuses(), status, state, role, waitingOn, dueBefore, text, mine, size, cursor);
        tools.reached().await(register.name(), after);
        return register.find(filter, login.actor());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request as it stands now, or stood at a moment of its history")
    ResponseEntity<JsonNode> one(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AT) @Nullable String at,
            @RequestParam(required = false) @Parameter(description = Filters.KNOWN) @Nullable String known,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        tools.reached().check(after);
        V view = tools.readings().find(kind, id(id), login.actor(), Moment.of(at, known));
        return ResponseEntity.ok()
                .eTag("\"" + view.head().version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(tools.disclosure().about(view.head().id(), login.actor()).json(view));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Everything that happened to a request, in order")
    @Answers(HistoryPage.class)
    ResponseEntity<JsonNode> history(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        tools.reached().check(after);
        var history = new HistoryPage(tools.readings().history(kind, id(id), login.actor()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(tools.disclosure().about(id(id), login.actor()).json(history));
    }

    @GetMapping("/{id}/deadlines")
    @Operation(summary = "Every date of a request, now or at a moment of its history, and why it is that one")
    ReckoningView deadlines(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AT) @Nullable String at,
            @RequestParam(required = false) @Parameter(description = Filters.KNOWN) @Nullable String known,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        tools.reached().check(after);
        return tools.readings().deadlines(kind, id(id), login.actor(), Moment.of(at, known));
    }

    @GetMapping("/{id}/law")
    @Operation(summary = "What binds the two States, what the request has to say, and which grounds are open today")
    RequestLawView law(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        tools.reached().check(after);
        return tools.readings().law(kind, id(id), login.actor());
    }

    private Id id(String id) {
        return Parameters.id(id).map(kind::id).orElseThrow(Refused::unknown);
    }
}
