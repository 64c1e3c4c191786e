package org.comity.standalone.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.comity.query.projection.Rebuild;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Computes registers anew from the log, for administrators. It stands here and not on the query side, which answers questions
 * and takes no orders.
 */
@RestController
@RequestMapping("/api/administration/rebuild")
@Tag(name = "administration", description = "Running the node; for administrators")
class RebuildResource {
    private final Rebuild rebuild;

    RebuildResource(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    /** The names of the projections. */
    record Names(List<String> items) {}

    @GetMapping
    @Operation(summary = "What can be computed anew")
    Names names() {
        return new Names(rebuild.names());
    }

    @PostMapping("/{projection}")
    @Operation(summary = "Begins to compute a projection anew beside the one that is read, and answers at once")
    ResponseEntity<Rebuild.State> start(@PathVariable String projection) {
        return rebuild.names().contains(projection)
                ? ResponseEntity.accepted().body(rebuild.start(projection))
                : ResponseEntity.notFound().build();
    }

    @GetMapping("/{projection}")
    @Operation(summary = "How far it is")
    ResponseEntity<Rebuild.State> state(@PathVariable String projection) {
        return ResponseEntity.of(rebuild.state(projection));
    }
}
