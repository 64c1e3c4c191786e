package org.comity.query.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.comity.api.Actor;
import org.comity.api.Login;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.view.AuthorityEntryView;
import org.comity.api.view.AuthoritySheetView;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.MeView;
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
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The directory as JSON. */
@JsonResource
@Tag(name = "directory", description = "Who can act for a State, and who is signed in")
class DirectoryResource {
    private final DirectoryRegister register;
    private final Authorities authorities;
    private final Disclosure disclosure;
    private final Reached reached;

    DirectoryResource(DirectoryRegister register, Authorities authorities, Disclosure disclosure, Reached reached) {
        this.register = register;
        this.authorities = authorities;
        this.disclosure = disclosure;
        this.reached = reached;
    }

    @GetMapping("/api/me")
    @Operation(summary = "The person who is signed in, and the authority for which that person acts")
    MeView me(@AuthenticationPrincipal Login login) {
        Actor actor = login.actor();
        return new MeView(actor.person(), login.loginName(), List.of(actor.mandate()), authority(actor.office()));
    }

    @GetMapping("/api/authorities")
    @Operation(summary = "The authorities of a State and of a kind, all at once; commands name them by id")
    Page<AuthorityEntryView> list(
            @RequestParam(required = false) @Parameter(description = "ISO 3166-1 alpha-2 code in capitals") @Nullable
                    String state,
            @RequestParam(required = false)
                    @Parameter(description = "central-authority, contact-point, prosecutor or executing-authority")
                    @Nullable
                    String kind,
            @RequestParam(required = false)
                    @Parameter(description = "words that all occur in a name or an address that it has or had")
                    @Nullable
                    String text,
            @RequestParam(required = false)
                    @Parameter(
                            description = "true for those that act on this node themselves today, false for the others")
                    @Nullable
                    String connected,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after) {
        var search = new DirectoryRegister.Search(
                Parameters.state("state", state),
                Parameters.constant("kind", kind, AuthorityKind.class),
                Parameters.text("text", text),
                connected == null ? null : (Boolean) Parameters.flag("connected", connected));
        reached.await(DirectoryRegister.NAME, after);
        return new Page<>(authorities.find(search), null);
    }

    @GetMapping("/api/authorities/{id}")
    @Operation(summary = "One entry of the directory, as it is on a day")
    ResponseEntity<AuthoritySheetView> one(
            @PathVariable String id,
            @RequestParam(required = false)
                    @Parameter(description = "the day, such as 2026-05-01; today without it")
                    @Nullable
                    String on,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        var day = Parameters.day("on", on);
        reached.check(after);
        AuthoritySheetView view = authorities.find(id(id), login.actor(), day);
        return ResponseEntity.ok()
                .eTag("\"" + view.version() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(view);
    }

    @GetMapping("/api/authorities/{id}/history")
    @Operation(summary = "Everything that happened to an entry of the directory, in order")
    @Answers(HistoryPage.class)
    ResponseEntity<JsonNode> history(
            @PathVariable String id,
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        reached.check(after);
        var history = new HistoryPage(authorities.history(id(id), login.actor()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(disclosure.about(id(id), login.actor()).json(history));
    }

    private static AuthorityId id(String id) {
        return Parameters.id(id).map(AuthorityId::new).orElseThrow(Refused::unknown);
    }

    private @Nullable AuthorityView authority(@Nullable Office office) {
        return office == null
                ? null
                : register.named(List.of(office.id()))
                        .getOrDefault(
                                office.id(),
                                new AuthorityView(office.id(), office.kind(), office.state(), null, false));
    }
}
