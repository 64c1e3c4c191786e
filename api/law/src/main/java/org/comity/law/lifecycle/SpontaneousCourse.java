package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.comity.api.Fact;
import org.comity.api.MlaRequestId;
import org.comity.api.Office;
import org.comity.api.PersonRef;
import org.comity.api.SpontaneousId;
import org.comity.api.StateCode;
import org.comity.api.spontaneous.SpontaneousContents;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousEvent.*;
import org.comity.api.spontaneous.SpontaneousMaterial;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the effective history of spontaneous information adds up to.
 *
 * @param contents what was offered; null before its first fact
 * @param material what was sent; null until it was
 * @param conditionsDeclined true once the receiver said that it cannot keep them
 * @param conditionsInForce true once conditions or restrictions bind the receiver
 * @param requests for assistance that the receiver made because of it
 */
public record SpontaneousCourse(
        @Nullable SpontaneousId id,
        Standing<SpontaneousStatus> standing,
        @Nullable SpontaneousContents contents,
        @Nullable SpontaneousMaterial material,
        Handling handling,
        boolean conditionsDeclined,
        boolean conditionsInForce,
        List<MlaRequestId> requests)
        implements Course<SpontaneousStatus> {

    public static final SpontaneousCourse NONE = new SpontaneousCourse(
            null,
            new Standing<>(SpontaneousStatus.NONE, List.of()),
            null,
            null,
            Handling.NONE,
            false,
            false,
            List.of());

    public SpontaneousCourse {
        requests = List.copyOf(requests);
    }

    /** This course and one more fact. */
    public SpontaneousCourse after(Fact<SpontaneousEvent> fact) {
        SpontaneousEvent event = fact.event();
        SpontaneousContents says =
                switch (event) {
                    case InformationOffered e -> e.contents();
                    case IncomingInformationRecorded e -> e.contents();
                    default -> contents;
                };
        SpontaneousMaterial sent =
                switch (event) {
                    case InformationTransmitted e -> e.material();
                    case IncomingInformationRecorded e -> e.material();
                    default -> material;
                };
        return new SpontaneousCourse(
                event.id(),
                standing.after(SpontaneousLife.TABLE, event, status()),
                says,
                sent,
                handling.after(fact, says),
                conditionsDeclined || event instanceof ConditionsDeclined,
                conditionsInForce || binds(event),
                event instanceof LinkedToRequest e ? with(e.request()) : requests);
    }

    /**
     * True if conditions bind from this event on: those that were accepted, and those with which information is accepted that
     * was sent without waiting for an answer. Declined ones never bind. Source: ETS 185 art. 26(2); UNTOC art. 18(5).
     */
    private boolean binds(SpontaneousEvent event) {
        boolean asked = contents != null && !contents.conditions().isEmpty();
        return switch (event) {
            case ConditionsAccepted e -> asked;
            case ReceiptAcknowledged e ->
                (asked && !conditionsDeclined)
                        || (material != null && !material.restrictions().isEmpty());
            default -> false;
        };
    }

    private List<MlaRequestId> with(MlaRequestId request) {
        var more = new LinkedHashSet<>(requests);
        more.add(request);
        return List.copyOf(more);
    }

    @Override
    public Set<Flag> flags(Instant at) {
        Set<Flag> flags = Course.super.flags(at);
        Course.flag(flags, Flag.CONDITIONS_IN_FORCE, conditionsInForce);
        return flags;
    }

    /** Any authority informs and is informed; of the two sides, not of offices, speaks the table. */
    @Override
    public Set<Role> rolesOf(Office office, StateCode from, StateCode to) {
        return Roles.ofSenderAndReceiver(office, from, to);
    }

    /** An offer is made to the State as such, before any office of it is addressed. */
    @Override
    public boolean isBeforeReceiver() {
        return contents != null;
    }

    /** Whichever side closes it, it is closed: there is no closing of one side alone. */
    @Override
    public boolean closedByRequested() {
        return false;
    }

    @Override
    public Set<PersonRef> persons() {
        return material == null ? Set.of() : Course.persons(material.persons(), material.identifiers());
    }
}
