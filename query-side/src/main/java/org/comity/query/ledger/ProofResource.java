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
        long of = reached("size", size);
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
        long later = reached("to", to);
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

    /** A size that the log has reached; unless one is named, that of now. */
    private long reached(String name, @Nullable String text) {
        long now = log.size();
        long size = Parameters.whole(name, text, now, 0);
        if (size > now) {
            throw new BadParameter(name, "is a size that the log has reached");
        }
        return size;
    }

    private static List<String> texts(List<Hash> path) {
        return path.stream().map(Hash::base64).toList();
    }
}
