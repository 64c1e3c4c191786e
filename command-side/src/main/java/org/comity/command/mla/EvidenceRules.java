package org.comity.command.mla;

import java.util.List;
import org.comity.api.LineItemId;
import org.comity.api.Refused;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.ManifestEntry;
import org.comity.api.mla.MlaRequestEvent.EvidenceRetransmitted;
import org.comity.api.mla.MlaRequestEvent.EvidenceTransmitted;
import org.comity.api.mla.TransferId;
import org.comity.law.lifecycle.MlaCourse;
import org.comity.law.lifecycle.Transfers;
import org.comity.law.lifecycle.Transfers.Transfer;

/** Rules on the hand-over of evidence. Source: practice; ISO/IEC 27037. */
final class EvidenceRules {
    private static final String SOURCE = "practice; iso 27037";

    private EvidenceRules() {}

    static void transfer(MlaCourse now, EvidenceTransmitted e) {
        fresh(now, e.transfer());
        DecisionRules.knownItems(now, e.items(), "items");
        if (e.items().isEmpty()) {
            throw Refused.conflict(
                            "mla.nothing-executed", "No line item is executed, so there is nothing to hand over.")
                    .from("M34; " + SOURCE);
        }
        for (int i = 0; i < e.items().size(); i++) {
            LineItemId item = e.items().get(i);
            if (!now.items().isDone(item)) {
                throw Refused.unacceptable(
                                "mla.item-not-executed",
                                "items[" + i + "]",
                                "The line item " + item + " is not executed and cannot travel.")
                        .from("M34; " + SOURCE);
            }
        }
        if (now.items().with(LineItemOutcome.EXECUTED).stream().anyMatch(e.items()::contains)) {
            manifest(e.manifest());
        }
    }

    /** The identity of a transfer is used once. */
    static void fresh(MlaCourse now, TransferId transfer) {
        if (now.transfers().find(transfer).isPresent()) {
            throw Refused.unacceptable(
                            "mla.transfer-known", "transfer", "There is a transfer " + transfer + " already.")
                    .from(SOURCE);
        }
    }

    /** Only what was handed over and is not judged yet can be confirmed or disputed. */
    static void open(MlaCourse now, TransferId transfer) {
        Transfers.State state = find(now, transfer, "transfer").state();
        switch (state) {
            case OPEN -> {}
            case CONFIRMED ->
                throw Refused.conflict(
                                "mla.transfer-confirmed", "Receipt of the transfer " + transfer + " is confirmed.")
                        .from(SOURCE);
            case DISPUTED ->
                throw Refused.conflict(
                                "mla.transfer-disputed",
                                "The transfer " + transfer
                                        + " is disputed; only one that supersedes it can be confirmed.")
                        .from(SOURCE);
            case SUPERSEDED ->
                throw Refused.conflict(
                                "mla.transfer-superseded",
                                "Another transfer took the place of " + transfer
                                        + ", whose receipt is never confirmed.")
                        .from(SOURCE);
        }
    }

    static void retransfer(MlaCourse now, EvidenceRetransmitted e) {
        fresh(now, e.transfer());
        if (find(now, e.supersedes(), "supersedes").state() != Transfers.State.DISPUTED) {
            throw Refused.unacceptable(
                            "mla.transfer-not-disputed",
                            "supersedes",
                            "The transfer " + e.supersedes() + " is not disputed.")
                    .from("M37; " + SOURCE);
        }
        manifest(e.manifest());
    }

    private static Transfer find(MlaCourse now, TransferId transfer, String field) {
        return now.transfers().find(transfer).orElseThrow(() -> Refused.unacceptable(
                        "mla.unknown-transfer", field, "There is no transfer " + transfer + ".")
                .from(SOURCE));
    }

    private static void manifest(List<ManifestEntry> manifest) {
        if (manifest.isEmpty()) {
            throw Refused.unacceptable(
                            "mla.no-manifest", "manifest", "A transfer lists each file with its size and digests.")
                    .from(SOURCE);
        }
    }
}
