package org.comity.command.mla;

import java.util.List;
import org.comity.api.Act;
import org.comity.api.LineItemId;
import org.comity.api.Refused;
import org.comity.api.RequestEvent.InformationRequested;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestEvent.AdditionalInformationProvided;
import org.comity.api.mla.MlaRequestEvent.InformationDeadlineLapsed;
import org.comity.api.mla.MlaRequestEvent.RequestReturnedIncomplete;
import org.comity.command.request.CommonRules;
import org.comity.command.request.LawRules;
import org.comity.command.request.Moments;
import org.comity.law.lifecycle.MlaCourse;
import org.comity.law.lifecycle.MlaRequestLife;

/** Rules on what a request asks for, and on questions and answers, beyond those of every kind. */
final class WritingRules {
    private WritingRules() {}

    static void measures(MlaContents says) {
        CommonRules.basis(MlaRequestLife.TABLE, says);
        if (says.items().isEmpty()) {
            throw Refused.unacceptable("mla.no-line-item", "items", "A request asks for at least one measure.")
                    .from("M01; untoc 18(15)");
        }
    }

    static void returned(MlaCourse now, RequestReturnedIncomplete e) {
        if (e.missing().isEmpty() && e.reason() == null) {
            throw Refused.unacceptable(
                            "mla.nothing-missing", "missing", "Say what is missing, or what the formal defect is.")
                    .from("M12; eio 16(2)(a)");
        }
        LawRules.missing(now.contents(), e.missing());
    }

    static void round(MlaCourse now, InformationRequested e, List<LineItemId> items) {
        CommonRules.round(MlaRequestLife.TABLE, now.rounds(), e);
        DecisionRules.knownItems(now, items, "items");
    }

    static void answer(MlaCourse now, AdditionalInformationProvided e) {
        if (e.rounds().isEmpty()) {
            throw Refused.unacceptable("mla.no-round", "rounds", "An answer says which of the open rounds it answers.")
                    .from("M15; untoc 18(16)");
        }
        CommonRules.answer(MlaRequestLife.TABLE, now.rounds(), e);
    }

    static void lapse(MlaCourse now, InformationDeadlineLapsed e, Act act) {
        var row = MlaRequestLife.TABLE.rowOfEvent("InformationDeadlineLapsed");
        if (!now.standing().permits(row, e.to())) {
            throw Refused.unacceptable(
                            "mla.status-not-possible",
                            "to",
                            "Without the answers the request is refused or goes on where it stood; name refused or nothing.")
                    .from(row.source());
        }
        boolean ahead = now.rounds().all().values().stream()
                .filter(round -> now.rounds().open().contains(round.number()))
                .anyMatch(round -> round.answerBy() != null && !Moments.day(act).isAfter(round.answerBy()));
        if (ahead) {
            throw Refused.conflict("mla.deadline-ahead", "The day by which to answer has not passed.")
                    .from(row.source());
        }
    }
}
