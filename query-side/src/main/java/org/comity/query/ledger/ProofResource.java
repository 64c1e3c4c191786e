package org.comity.query.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.comity.api.Login;
import org.comity.api.view.ConsistencyProofView;
import org.comity.api.view.InclusionProofView;
import org.comity.log.ledger.Hash;
import org.comity.log.transparency.TransparencyLog;
import org.comity.query.web.BadParameter;
import org.comity.query.web.JsonResource;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proofs as JSON. */
@JsonResource
@Tag(name = "log", description = "Proofs of the log; for auditors, operators and witnesses")
class ProofResource {
    private final TransparencyLog log;

    ProofResource(TransparencyLog log) {
        this.log = log;
    }

    @GetMapping("/api/log/proof")
    @Operation(summary = "That the event at a position stands in the tree of a size")
    InclusionProofView proof(
            @RequestParam(required = false)
                    @Parameter(required = true, description = "The position of the event; the first has 0")
                    @Nullable
                    String position,
            @RequestParam(required = false)
                    @Parameter(description = "The size of the tree; else that of the log now")
                    @Nullable
                    String size,
            @AuthenticationPrincipal @Nullable Login login) {
        LogReaders.admit(login);
        long reached = log.size();
        long of = Parameters.whole("size", size, reached, 0);
        if (of > reached) {
            throw new BadParameter("size", "is a size that the log has reached");
        }
        long at = Parameters.whole("position", position, -1, 0);
        if (at < 0 || at >= of) {
            throw new BadParameter("position", "is a whole number from 0 and below the size");
        }
        return new InclusionProofView(
                at,
                of,
                log.leaf(at).base64(),
                log.tree(of).root().base64(),
                texts(log.inclusion(at, of).path()));
    }

    @GetMapping("/api/log/consistency")
    @Operation(summary = "That the tree of one size grew into that of another")
    ConsistencyProofView consistency(
            @RequestParam(required = false)
                    @Parameter(required = true, description = "The size of the earlier tree")
                    @Nullable
                    String from,
            @RequestParam(required = false)
                    @Parameter(description = "The size of the later tree; else that of the log now")
                    @Nullable
                    String to,
            @AuthenticationPrincipal @Nullable Login login) {
        LogReaders.admit(login);
        long reached = log.size();
        long later = Parameters.whole("to", to, reached, 0);
        if (later > reached) {
            throw new BadParameter("to", "is a size that the log has reached");
        }
        long earlier = Parameters.whole("from", from, -1, 0);
        if (earlier < 0 || earlier > later) {
            throw new BadParameter("from", "is a whole number from 0 and at most the later size");
        }
        return new ConsistencyProofView(
                earlier,
                later,
                log.tree(earlier).root().base64(),
                log.tree(later).root().base64(),
                texts(log.consistency(earlier, later).path()));
    }

    private static List<String> texts(List<Hash> path) {
        return path.stream().map(Hash::base64).toList();
    }
}
