package org.comity.command.mla;

import org.comity.api.Act;
import org.comity.api.LineItemId;
import org.comity.api.Refused;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestEvent.RequestReopened;
import org.comity.api.mla.MlaRequestEvent.RequestWithdrawn;
import org.comity.api.mla.MlaStatus;
import org.comity.law.lifecycle.MlaCourse;
import org.comity.law.lifecycle.MlaRequestLife;

/** Rules on the end of a request: closing, withdrawal, reopening, remedies. */
final class ClosingRules {
    private ClosingRules() {}

    static void closing(MlaCourse now) {
        if (now.confirmation().isDue()) {
            throw Refused.conflict(
                            "mla.confirmation-due",
                            "A formal confirmation is owed by "
                                    + now.confirmation().dueBy() + "; the request is closed after it.")
                    .from("M38; ets-185 25(3); cets-224 9(5)");
        }
    }

    static void withdrawal(MlaCourse now, RequestWithdrawn e) {
        String source = "M39; untoc 18(24)";
        if (e.whole() != e.items().isEmpty()) {
            throw Refused.unacceptable(
                            "mla.whole-or-items",
                            "items",
                            "Either the whole request is withdrawn, or named line items.")
                    .from(source);
        }
        DecisionRules.knownItems(now, e.items(), "items");
        for (int i = 0; i < e.items().size(); i++) {
            LineItemId item = e.items().get(i);
            if (now.items().with(LineItemOutcome.WITHDRAWN).contains(item)) {
                throw Refused.unacceptable(
                                "mla.item-withdrawn", "items[" + i + "]", "The line item " + item + " is withdrawn.")
                        .from(source);
            }
        }
    }

    static void reopening(MlaCourse now, RequestReopened e, Act act) {
        var row = MlaRequestLife.TABLE.rowOfEvent("RequestReopened");
        if (now.people().tookPart(act.actor().person())) {
            throw Refused.forbidden(
                            "mla.took-part",
                            "A request is reopened by a supervisor who neither drafted, approved nor closed it.")
                    .from(row.source());
        }
        if (!now.standing().permits(row, e.to())) {
            throw Refused.unacceptable(
                            "mla.status-not-possible",
                            "to",
                            "A request is reopened as acknowledged, in-execution or evidence-transmitted.")
                    .from(row.source());
        }
        if (e.to() == MlaStatus.EVIDENCE_TRANSMITTED && now.transfers().all().isEmpty()) {
            throw Refused.conflict("mla.nothing-handed-over", "Nothing was handed over that could be confirmed.")
                    .from(row.source());
        }
    }

    static void remedy(MlaCourse now) {
        if (now.remedies() == 0) {
            throw Refused.conflict("mla.no-remedy-pending", "No remedy is pending that could be decided.")
                    .from("M43b; eio 13(2), 14");
        }
    }
}
