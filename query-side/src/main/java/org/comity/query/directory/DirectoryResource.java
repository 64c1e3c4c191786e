package org.comity.query.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.comity.api.Actor;
import org.comity.api.Login;
import org.comity.api.Office;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.MeView;
import org.comity.api.view.Page;
import org.comity.query.projection.Reached;
import org.comity.query.web.JsonResource;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory as JSON. */
@JsonResource
@Tag(name = "directory", description = "Who can act for a State, and who is signed in")
class DirectoryResource {
    private final DirectoryRegister register;
    private final Reached reached;

    DirectoryResource(DirectoryRegister register, Reached reached) {
        this.register = register;
        this.reached = reached;
    }

    @GetMapping("/api/me")
    @Operation(summary = "The person who is signed in, and the authority for which that person acts")
    MeView me(@AuthenticationPrincipal Login login) {
        Actor actor = login.actor();
        return new MeView(actor.person(), login.loginName(), List.of(actor.mandate()), authority(actor.office()));
    }

    @GetMapping("/api/authorities")
    @Operation(summary = "The authorities of a State and of a kind; commands name them by id")
    Page<AuthorityView> authorities(
            @RequestParam(required = false) @Parameter(description = "ISO 3166-1 alpha-2 code in capitals") @Nullable
                    String state,
            @RequestParam(required = false)
                    @Parameter(description = "central-authority, contact-point, prosecutor or executing-authority")
                    @Nullable
                    String kind,
            @RequestParam(required = false) @Parameter(description = "Comity-Position to wait for") @Nullable
                    String after) {
        var ofState = Parameters.state("state", state);
        var ofKind = Parameters.constant("kind", kind, AuthorityKind.class);
        reached.await(DirectoryRegister.NAME, after);
        return new Page<>(register.find(ofState, ofKind), null);
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
