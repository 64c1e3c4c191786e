package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.UUID;

/**
 * That data are held for a follow-up request. Source: ETS 185 art. 29(7).
 *
 * @param legalReceivedAt legal receipt of the follow-up request
 * @param event that began the hold; leaving it out ends the hold as if it had never been
 */
public record FollowUpHold(Instant legalReceivedAt, UUID event) {}
