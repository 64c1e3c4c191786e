package org.comity.query.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.comity.api.Login;
import org.comity.api.view.SearchView;
import org.comity.query.web.BadParameter;
import org.comity.query.web.JsonResource;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search as JSON. */
@JsonResource
@Tag(name = "search", description = "Requests by any of their references")
class SearchResource {
    private final Search search;

    SearchResource(Search search) {
        this.search = search;
    }

    @GetMapping("/api/search")
    @Operation(summary = "Requests of every kind that bear a reference, whoever gave it, also with a typing error")
    SearchView search(
            @RequestParam(required = false)
                    @Parameter(
                            required = true,
                            description =
                                    "A spoken form, an identity, a reference of either side, a provider's ticket, or words")
                    @Nullable
                    String q,
            @AuthenticationPrincipal Login login) {
        String text = Parameters.text("q", q);
        if (text == null) {
            throw new BadParameter("q", "says what to look for");
        }
        return search.find(text, login.actor());
    }
}
