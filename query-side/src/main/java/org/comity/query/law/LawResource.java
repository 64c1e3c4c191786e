package org.comity.query.law;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.comity.api.view.TreatyRelationView;
import org.comity.query.web.BadParameter;
import org.comity.query.web.JsonResource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Questions to the law as JSON. */
@JsonResource
@Tag(name = "law", description = "What the tables of the law say, with their sources")
class LawResource {
    private final LawQuestions questions;

    LawResource(@Qualifier("worldClock") InstantSource worldClock) {
        questions = new LawQuestions(worldClock);
    }

    @GetMapping("/api/law/relation")
    @Operation(summary = "What binds two States for a measure on a day, with every fact that leads to the answer")
    TreatyRelationView relation(
            @RequestParam(required = false)
                    @Parameter(description = "requesting State, ISO 3166-1 alpha-2", required = true)
                    @Nullable
                    String from,
            @RequestParam(required = false)
                    @Parameter(description = "requested State, ISO 3166-1 alpha-2", required = true)
                    @Nullable
                    String to,
            @RequestParam(required = false)
                    @Parameter(description = "such as preservation or mla-stored-data", required = true)
                    @Nullable
                    String measure,
            @RequestParam(required = false)
                    @Parameter(description = "the day, such as 2026-05-01, past or to come; today without it")
                    @Nullable
                    String on) {
        var question = LawQuestions.Asked.of(from, to, measure, on);
        if (question == null) {
            throw new BadParameter(
                    from == null ? "from" : to == null ? "to" : "measure", "is needed to answer what binds two States");
        }
        return questions.relation(question);
    }
}
