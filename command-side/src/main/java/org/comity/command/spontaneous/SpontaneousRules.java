package org.comity.command.spontaneous;

import static org.comity.api.Refused.unacceptable;

import org.comity.api.Act;
import org.comity.api.RequestEvent;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousEvent.*;
import org.comity.api.spontaneous.SpontaneousMaterial;
import org.comity.command.request.CommonRules;
import org.comity.law.lifecycle.SpontaneousLife;

/**
 * What must hold beyond the table before an event may follow upon a life; one sentence each, judged alike for what is asked
 * today and, when a correction is proposed, for what was recorded before.
 */
final class SpontaneousRules {
    private SpontaneousRules() {}

    static void check(SpontaneousInformation rules, SpontaneousLife life, SpontaneousEvent event, Act act) {
        CommonRules.check(rules, life, event, act);
        switch (event) {
            case IncomingInformationRecorded e ->
                CommonRules.persons(life.table(), e.material().persons());
            case InformationTransmitted e -> material(life, e.material());
            // For these the table and the rules of every kind say all.
            case RequestEvent.Common e -> {}
            case ConditionsAccepted e -> {}
            case ConditionsDeclined e -> {}
            case ExculpatoryDisclosureNotified e -> {}
            case LinkedToRequest e -> {}
        }
    }

    /** What is sent must be known again: without a digest nobody could say later what it was. */
    private static void material(SpontaneousLife life, SpontaneousMaterial material) {
        if (material.documents().isEmpty()) {
            throw unacceptable(
                            life.table().code("no-document"),
                            "documents",
                            "What is sent is named with the digest of at least one document.")
                    .from(life.table().source("transmit"));
        }
        CommonRules.persons(life.table(), material.persons());
    }
}
