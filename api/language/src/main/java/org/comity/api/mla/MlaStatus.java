package org.comity.api.mla;

/** Where a request for mutual legal assistance stands. */
public enum MlaStatus {
    /** Not there yet. */
    NONE,
    /** Being written. */
    DRAFT,
    /** Signed off inside the requesting State, not sent. */
    APPROVED,
    /** Left; receipt not known. */
    TRANSMITTED,
    /** A receiver says that it is not competent. */
    MISDIRECTED,
    /** Received and under examination. */
    ACKNOWLEDGED,
    /** Sent back for a formal defect; no decision clock runs. */
    RETURNED_INCOMPLETE,
    /** Examined or running, but a question is open. */
    INFORMATION_REQUESTED,
    /** Talk on scope, conditions, refusal, cost or jurisdiction. */
    UNDER_CONSULTATION,
    /** Decision to execute all or some items. */
    ACCEPTED,
    /** Domestic measure ordered. */
    IN_EXECUTION,
    /** Execution put off for a stated ground. */
    POSTPONED,
    /** Some items concluded; others refused, postponed or open. */
    PARTIALLY_EXECUTED,
    /** All items concluded, none refused or postponed. */
    EXECUTED,
    /** Material handed over, receipt not confirmed. */
    EVIDENCE_TRANSMITTED,
    /** Hashes checked by the receiver. */
    RECEIPT_CONFIRMED,
    /** Final refusal of the whole. */
    REFUSED,
    /** The requesting side ended it. */
    WITHDRAWN,
    /** File closed. */
    CLOSED
}
