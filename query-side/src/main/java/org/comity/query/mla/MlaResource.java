package org.comity.query.mla;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.comity.api.Login;
import org.comity.api.MlaRequestId;
import org.comity.api.Refused;
import org.comity.api.mla.MlaEntryView;
import org.comity.api.mla.MlaRequestView;
import org.comity.api.mla.MlaStatus;
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

/** Requests for mutual legal assistance as JSON. */
@JsonResource
@RequestMapping("/api/mla-requests")
@Tag(name = "mla-requests", description = "Requests for mutual legal assistance")
class MlaResource {
    private final MlaRegister register;
    private final MlaRequests requests;
    private final Disclosure disclosure;
    private final Reached reached;

    MlaResource(MlaRegister register, MlaRequests requests, Disclosure disclosure, Reached reached) {
        this.register = register;
        this.requests = requests;
        this.disclosure = disclosure;
        this.reached = reached;
    }

    @GetMapping
    @Operation(summary = "The requests that the reader may know of, the newest first")
    Page<MlaEntryView> list(
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
        var filter = Filters.of(MlaStatus.class, status, state, role, waitingOn, dueBefore, text, mine, size, cursor);
        reached.await(MlaRegister.NAME, after);
        return register.find(filter, login.actor());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One request as it stands now")
    @Answers(MlaRequestView.class)
    ResponseEntity<JsonNode> one(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        reached.check(after);
        MlaRequestView view = requests.find(id(id), login.actor());
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

    private static MlaRequestId id(String id) {
        return Parameters.id(id).map(MlaRequestId::new).orElseThrow(Refused::unknown);
    }
}
