package org.comity.query.preservation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.comity.api.Login;
import org.comity.api.PreservationId;
import org.comity.api.Refused;
import org.comity.api.preservation.PreservationEntryView;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.preservation.PreservationView;
import org.comity.api.view.DeadlineView;
import org.comity.api.view.Page;
import org.comity.query.projection.Reached;
import org.comity.query.register.Disclosure;
import org.comity.query.register.Filters;
import org.comity.query.register.HistoryPage;
import org.comity.query.web.Answers;
import org.comity.query.web.JsonResource;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Preservation requests as JSON. */
@JsonResource
@RequestMapping("/api/preservation-requests")
@Tag(name = "preservation-requests", description = "Preservation requests")
class PreservationResource {
    private final PreservationRegister register;
    private final Preservations requests;
    private final Disclosure disclosure;
    private final Reached reached;

    PreservationResource(
            PreservationRegister register, Preservations requests, Disclosure disclosure, Reached reached) {
        this.register = register;
        this.requests = requests;
        this.disclosure = disclosure;
        this.reached = reached;
    }

    @GetMapping
    @Operation(summary = "The requests that the reader may know of, the newest first")
    Page<PreservationEntryView> list(
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
        var filter = Filters.of(
                PreservationStatus.class, status, state, role, waitingOn, dueBefore, text, mine, size, cursor);
        reached.await(PreservationRegister.NAME, after);
        return register.find(filter, login.actor());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request as it stands now")
    @Answers(PreservationView.class)
    ResponseEntity<JsonNode> one(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        reached.check(after);
        PreservationView view = requests.find(id(id), login.actor());
        return ResponseEntity.ok()
                .eTag("\"" + view.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(disclosure.about(view.id(), login.actor()).json(view));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Everything that happened to a request, in order")
    @Answers(HistoryPage.class)
    ResponseEntity<JsonNode> history(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        reached.check(after);
        var history = new HistoryPage(requests.history(id(id), login.actor()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(disclosure.about(id(id), login.actor()).json(history));
    }

    @GetMapping("/{id}/deadlines")
    @Operation(summary = "What falls due in a request, the nearest first")
    Page<DeadlineView> deadlines(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        reached.check(after);
        return new Page<>(requests.deadlines(id(id), login.actor()), null);
    }

    private static PreservationId id(String id) {
        return Parameters.id(id).map(PreservationId::new).orElseThrow(Refused::unknown);
    }
}
