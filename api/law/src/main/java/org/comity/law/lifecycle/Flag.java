package org.comity.law.lifecycle;

/** What can lie over the status of a request; written in camelCase in tables and on the wire. */
public enum Flag {
    URGENT("urgent"),
    EMERGENCY("emergency"),
    SEALED("sealed"),
    /** The seal stands on one signature. */
    SEAL_UNCONFIRMED("sealUnconfirmed"),
    REMEDY_PENDING("remedyPending"),
    EVIDENCE_DISPUTED("evidenceDisputed"),
    /** A formal confirmation is owed. */
    CONFIRMATION_DUE("confirmationDue"),
    /** It is owed and its term is over. */
    CONFIRMATION_OVERDUE("confirmationOverdue"),
    LEGAL_HOLD("legalHold"),
    /** What is known of a person is kept and withheld from ordinary readers. */
    PROCESSING_RESTRICTED("processingRestricted"),
    CONDITIONS_IN_FORCE("conditionsInForce"),
    CLOCK_PAUSED("clockPaused"),
    /** The requested side closed its file; the request itself is open. */
    CLOSED_BY_REQUESTED("closedByRequested"),
    /** Approved by its drafter, for urgency. */
    SELF_APPROVED("selfApproved");

    private final String text;

    Flag(String text) {
        this.text = text;
    }

    /** The flag as it is written. */
    @Override
    public String toString() {
        return text;
    }
}
