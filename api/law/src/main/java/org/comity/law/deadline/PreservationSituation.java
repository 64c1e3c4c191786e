package org.comity.law.deadline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.RequestEvent;
import org.comity.api.StateCode;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationEvent.*;
import org.comity.law.RequestKind;
import org.jspecify.annotations.Nullable;

/** What the clocks of a preservation are computed from, gathered from its effective history. */
public final class PreservationSituation {
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();

    private PreservationSituation() {}

    /** The situation of a preservation. */
    public static Situation of(
            UUID request,
            PreservationContents says,
            List<Fact<PreservationEvent>> effective,
            Map<StateCode, ZoneId> zones) {
        var gathered = new PreservationSituation();
        effective.forEach(fact -> gathered.take(fact.event(), fact.act(), fact.eventId()));
        Set<String> flags = new HashSet<>();
        if (says.emergency()) {
            flags.add("emergency");
        }
        return new Situation(
                request,
                says.from(),
                says.to(),
                RequestKind.ofPreservation(),
                says.bases(),
                flags,
                gathered.occurrences,
                List.of(),
                gathered.extensions,
                zones);
    }

    private void take(PreservationEvent event, Act act, UUID id) {
        Instant at = act.judgedAt();
        switch (event) {
            case RequestEvent.Sent e -> note(Milestone.SENT, act.occurredAt(), id);
            case PreservationReceiptAcknowledged e -> {
                Instant legal = e.legalReceivedAt() != null ? e.legalReceivedAt() : at;
                note(Milestone.RECEIVED, legal, id);
                note(Milestone.RECEIPT_ACKNOWLEDGED, at.isBefore(legal) ? legal : at, id);
            }
            case PreservationOrdered e -> {
                Instant served = e.servedAt() != null ? e.servedAt() : at;
                note(Milestone.ORDER_GIVEN, served, id);
                note(Milestone.DIRECTION_GIVEN, served, id);
                note(Milestone.PROVIDER_RECEIVED, served, id);
                note(Milestone.PROVISIONAL_MEASURE_DECIDED, at, id);
            }
            case PreservationConfirmed e -> confirmed(at, id, e.expiresAt());
            case PreservationConfirmedInPart e -> confirmed(at, id, e.expiresAt());
            case PreservationExtended e -> extensions.add(new Extension(null, e.expiresAt(), at, id));
            case FollowUpRequestLinked e ->
                note(
                        Milestone.MLA_RECEIVED,
                        e.legalReceivedAt(),
                        id,
                        e.request().value());
            case FollowUpWithdrawn e ->
                note(Milestone.MLA_WITHDRAWN, at, id, e.request().value());
            case FollowUpDecided e ->
                note(Milestone.MLA_DECIDED, at, id, e.request().value());
            case ReleaseRequested e -> note(Milestone.RELEASED, at, id);
            case PreservationRefused e -> note(Milestone.REFUSED, at, id);
            case PreservationWithdrawn e -> note(Milestone.WITHDRAWN, at, id);
            default -> {} // no clock starts or stops with it
        }
    }

    private void confirmed(Instant at, UUID id, Instant expiresAt) {
        occurrences.add(new Occurrence(Milestone.PRESERVATION_CONFIRMED, at, id, null, expiresAt));
    }

    private void note(Milestone what, Instant at, UUID id) {
        note(what, at, id, null);
    }

    private void note(Milestone what, Instant at, UUID id, @Nullable UUID subject) {
        occurrences.add(new Occurrence(what, at, id, subject, null));
    }
}
