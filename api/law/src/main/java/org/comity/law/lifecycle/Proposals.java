package org.comity.law.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.InOrder;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;

/** What first persons proposed and no second person has confirmed or declined yet; the lapsed ones among them. */
public record Proposals(Map<UUID, Proposals.Proposal> all) {
    /** How long a proposal waits for its second person. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    public static final Proposals NONE = new Proposals(Map.of());

    /**
     * One of them.
     *
     * @param command name of the command, such as {@code unseal}
     * @param body the command as JSON, its personal values sealed
     * @param act of the first person
     */
    public record Proposal(UUID id, String command, String body, Act act, Instant lapsesAt) {
        public boolean isLapsed(Instant now) {
            return !now.isBefore(lapsesAt);
        }

        /** The act of both persons, when the second one confirms. */
        public Act confirmedBy(Act second) {
            return new Act(
                    second.actor(),
                    act.actor(),
                    act.onBehalfOf(),
                    act.proof(),
                    act.channel(),
                    act.reason() != null ? act.reason() : second.reason(),
                    second.occurredAt(),
                    second.receivedAt());
        }

        /** The act of the first person, as if done now: what the rules judge again when the second one confirms. */
        public Act repeatedAt(Act second) {
            return new Act(
                    act.actor(),
                    null,
                    act.onBehalfOf(),
                    act.proof(),
                    act.channel(),
                    act.reason(),
                    second.occurredAt(),
                    second.receivedAt());
        }

        /** True if somebody acts for the State of the first person; the other side has no part in a proposal. */
        public boolean isOfTheSideOf(Actor second) {
            Office office = second.office();
            Office first = act.actor().office();
            return office != null && first != null && office.state().equals(first.state());
        }

        /** True if somebody is the supervisor of the office of the first person. */
        public boolean isSupervisedBy(Actor second) {
            Office office = second.office();
            Office first = act.actor().office();
            return second.mandate() == Mandate.SUPERVISOR
                    && office != null
                    && first != null
                    && office.id().equals(first.id());
        }
    }

    /** When what is proposed by an act lapses. */
    public static Instant lapse(Act act) {
        return act.receivedAt().plus(LIFETIME);
    }

    public Proposals {
        all = InOrder.copyOf(all);
    }

    public Optional<Proposal> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    /** An unlapsed proposal of the same command by the same person. */
    public Optional<Proposal> waiting(String command, PersonId person, Instant now) {
        return all.values().stream()
                .filter(proposal -> isOf(proposal, command, person) && !proposal.isLapsed(now))
                .findFirst();
    }

    public Proposals with(Proposal proposal) {
        var more = new LinkedHashMap<>(all);
        more.put(proposal.id(), proposal);
        return new Proposals(more);
    }

    public Proposals without(UUID id) {
        var fewer = new LinkedHashMap<>(all);
        fewer.remove(id);
        return new Proposals(fewer);
    }

    /** What is left after an act: a person has at most one waiting proposal of a command, so an act of two ends that one. */
    public Proposals after(String command, Act act) {
        Actor first = act.proposer();
        if (first == null) {
            return this;
        }
        var fewer = new LinkedHashMap<>(all);
        fewer.values().removeIf(proposal -> isOf(proposal, command, first.person()));
        return new Proposals(fewer);
    }

    private static boolean isOf(Proposal proposal, String command, PersonId person) {
        return proposal.command().equals(command)
                && proposal.act().actor().person().equals(person);
    }
}
