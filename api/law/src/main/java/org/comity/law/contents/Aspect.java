package org.comity.law.contents;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.comity.api.mla.MlaContents;
import org.comity.api.preservation.PreservationContents;

/** What a draft can say, as the column met_by names it. */
public enum Aspect {
    /** Said by every request on this node: who asks, whom, when, under which reference. */
    GIVEN,
    OFFENCE,
    FACTS,
    ITEMS,
    IDENTIFIERS,
    PERSONS,
    PURPOSE,
    /** Why the data must be preserved. */
    NECESSITY,
    /** Why it cannot wait. */
    URGENCY_REASON,
    /** The procedure that is to be followed. */
    PROCEDURE,
    /** For how long data are to be collected or communications intercepted, and why. */
    PERIOD,
    PROVIDER,
    DOCUMENTS,
    /** A document that says in which language it is. */
    TRANSLATION,
    WANTED_BY,
    CONFIDENTIAL,
    /** That a request for the data will follow, or has. */
    FOLLOW_UP,
    /** By which day it will follow. */
    FOLLOW_UP_DAY,
    EARLIER_PRESERVATION;

    /** What a draft of a request for assistance says. */
    static Set<Aspect> of(MlaContents says) {
        var found = EnumSet.of(GIVEN);
        note(found, OFFENCE, says.offence() != null);
        note(found, FACTS, says.facts() != null);
        note(found, ITEMS, !says.items().isEmpty());
        note(found, IDENTIFIERS, !says.identifiers().isEmpty());
        note(found, PERSONS, !says.persons().isEmpty());
        note(found, PURPOSE, says.purpose() != null);
        note(found, URGENCY_REASON, says.urgencyReason() != null);
        note(found, PROCEDURE, says.procedure() != null);
        note(found, PERIOD, says.period() != null);
        note(found, DOCUMENTS, !says.documents().isEmpty());
        note(found, TRANSLATION, says.documents().stream().anyMatch(document -> Objects.nonNull(document.language())));
        note(found, WANTED_BY, says.wantedBy() != null);
        note(found, CONFIDENTIAL, says.confidential());
        note(found, EARLIER_PRESERVATION, !says.linkedPreservations().isEmpty());
        return found;
    }

    /** What a draft of a preservation says. */
    static Set<Aspect> of(PreservationContents says) {
        var found = EnumSet.of(GIVEN);
        note(found, OFFENCE, says.offence() != null);
        note(found, FACTS, says.facts() != null);
        note(found, ITEMS, !says.items().isEmpty());
        note(found, IDENTIFIERS, !says.identifiers().isEmpty());
        note(found, PERSONS, !says.persons().isEmpty());
        note(found, URGENCY_REASON, says.urgencyReason() != null);
        note(found, NECESSITY, says.necessity() != null);
        note(found, PROVIDER, says.provider() != null);
        note(found, DOCUMENTS, !says.documents().isEmpty());
        note(found, TRANSLATION, says.documents().stream().anyMatch(document -> Objects.nonNull(document.language())));
        note(found, CONFIDENTIAL, says.confidential());
        note(
                found,
                FOLLOW_UP,
                says.intendedFollowUpBy() != null || !says.linkedRequests().isEmpty());
        note(found, FOLLOW_UP_DAY, says.intendedFollowUpBy() != null);
        note(found, EARLIER_PRESERVATION, says.renews() != null);
        return found;
    }

    private static void note(Set<Aspect> found, Aspect aspect, boolean said) {
        if (said) {
            found.add(aspect);
        }
    }
}
