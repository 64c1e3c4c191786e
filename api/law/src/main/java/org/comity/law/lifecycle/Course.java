package org.comity.law.lifecycle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Channel;
import org.comity.api.Identifier;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.RequestContents;
import org.comity.api.StateCode;
import org.comity.law.treaty.Instruments;
import org.jspecify.annotations.Nullable;

/** What the effective history of a request adds up to. A kind adds its own parts, flags and conditions. */
public interface Course<S extends Enum<S>> {
    /** Where the request stands. */
    Standing<S> standing();

    /** What the request says; null before its first fact. */
    @Nullable
    RequestContents contents();

    Handling handling();

    default S status() {
        return standing().status();
    }

    /** The flags over the status at an instant. */
    default Set<Flag> flags(Instant at) {
        var flags = EnumSet.noneOf(Flag.class);
        RequestContents contents = contents();
        Seal seal = seal();
        flag(flags, Flag.URGENT, contents != null && contents.urgent());
        flag(flags, Flag.EMERGENCY, contents != null && contents.emergency());
        flag(flags, Flag.SEALED, seal != null);
        flag(flags, Flag.SEAL_UNCONFIRMED, seal != null && !seal.confirmed());
        flag(flags, Flag.LEGAL_HOLD, holds().any());
        flag(flags, Flag.PROCESSING_RESTRICTED, !restrictions().isEmpty());
        flag(flags, Flag.CLOSED_BY_REQUESTED, closedByRequested());
        return flags;
    }

    /** Sets a flag if something holds. */
    static void flag(Set<Flag> flags, Flag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }

    /**
     * True if a condition holds of an act.
     *
     * @param contents what the request says, or is to say once it is there
     */
    default boolean holds(Condition condition, Act act, RequestContents contents) {
        Office office = act.office();
        Seal seal = seal();
        return switch (condition) {
            case NOT_DRAFTER -> !people().drafters().contains(act.actor().person());
            case NOT_SEALER -> seal == null || seal.isConfirmedBy(act);
            case URGENT -> contents.urgent() || contents.emergency();
            case EMERGENCY -> contents.emergency();
            case VIA_24_7 -> Channel.CONTACT_POINT_24_7.equals(journey().channel());
            case DIRECT_ALLOWED -> Instruments.allowDirectSending(contents.bases());
            case ADDRESSEE -> office != null && journey().reached().contains(office.id());
            // Who is supervisor over there, the proof of a reported act says and the directory here does not.
            case SUPERVISOR -> act.isReported() || act.actor().mandate() == Mandate.SUPERVISOR;
            case SECOND_PERSON -> true;
        };
    }

    /** The receiving State as an act sees it. */
    default StateCode receiving(Act act, RequestContents contents) {
        return contents.to();
    }

    /** True if an office has a part in the request, though it may be of neither State that the request names. */
    default boolean reaches(Office office) {
        return journey().reached().contains(office.id());
    }

    /** In which roles somebody acts between the States. */
    default Set<Role> roles(Act act, RequestContents contents) {
        StateCode to = receiving(act, contents);
        return Roles.of(act, contents.from(), to, office -> rolesOf(office, contents.from(), to));
    }

    /** The roles that an office has between two States. */
    default Set<Role> rolesOf(Office office, StateCode from, StateCode to) {
        return Roles.of(office, from, to);
    }

    /**
     * True if the request may go to an office of a State.
     *
     * @param passedOn by a receiver, not sent by its own side
     */
    default boolean mayGoTo(StateCode state, RequestContents contents, boolean passedOn) {
        return state.equals(contents.to());
    }

    /** True once the receiving State may know of the request. */
    default boolean isBeforeReceiver() {
        return journey().hasBegun();
    }

    /** The persons whom the request is about. */
    default Set<PersonRef> persons() {
        RequestContents contents = contents();
        return contents == null ? Set.of() : persons(contents.persons(), contents.identifiers());
    }

    /** The persons who are named, or to whom an identifier belongs. */
    static Set<PersonRef> persons(List<Person> persons, List<Identifier> identifiers) {
        return Stream.concat(
                        persons.stream().map(Person::ref),
                        identifiers.stream().map(Identifier::person).flatMap(Stream::ofNullable))
                .collect(Collectors.toUnmodifiableSet());
    }

    default @Nullable Instant beganAt() {
        return handling().beganAt();
    }

    default Journey journey() {
        return handling().journey();
    }

    /** The last legal receipt. */
    default @Nullable Instant legalReceivedAt() {
        return handling().legalReceivedAt();
    }

    default People people() {
        return handling().people();
    }

    default boolean closedByRequested() {
        return handling().closedByRequested();
    }

    default @Nullable Seal seal() {
        return handling().seal();
    }

    default Holds holds() {
        return handling().holds();
    }

    /** Persons whose key was destroyed. */
    default Set<PersonRef> erased() {
        return handling().erased();
    }

    /** Persons of whom what is known is kept and withheld. */
    default Map<PersonRef, Restriction> restrictions() {
        return handling().restrictions();
    }

    default List<Assignment> assignments() {
        return handling().assignments();
    }

    default Proposals proposals() {
        return handling().proposals();
    }
}
