package org.comity.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/** Something that is asked of a request of any kind. What is asked of every kind alike has a name here. */
public interface RequestCommand extends Command {

    /** Brings a request into being, with the States between which it is. */
    interface Begin extends RequestCommand {
        RequestContents contents();
    }

    /** Takes in what came by letter from an authority that is not connected. */
    interface TakeIn extends Begin {
        @Nullable
        AuthorityId sender();

        @Nullable
        AuthorityId addressee();

        @Nullable
        Channel channel();
    }

    /** Sends the request to an office that is to receive it. */
    interface SendTo extends RequestCommand {
        AuthorityId to();

        @Nullable
        Channel channel();
    }

    /** Passes it on, by a receiver that is not competent. */
    interface PassOn extends SendTo {}

    /** Closes the file of the own side. */
    interface Close extends RequestCommand {}

    /** Hides the existence of the request from all but the named readers. */
    interface Seal extends RequestCommand {}

    /** Confirms the sealing, as a second person. */
    interface ConfirmSeal extends RequestCommand {}

    /** Ends the sealing. */
    interface Unseal extends RequestCommand {}

    /** Replaces the value of one field of an event, or voids the event. */
    interface CorrectEvent extends RequestCommand {}

    /** Erases what is known of a person. */
    interface ErasePersonalData extends RequestCommand {
        PersonRef person();
    }

    /** Keeps what is known of a person and withholds it from ordinary readers. */
    interface RestrictProcessing extends RequestCommand {
        PersonRef person();
    }

    /** Shows again what is known of a person. */
    interface LiftRestriction extends RequestCommand {}

    /** Records what the person was told, or why nothing. */
    interface AnswerPerson extends RequestCommand {}

    /** Forbids erasure. */
    interface PlaceLegalHold extends RequestCommand {}

    /** Ends a hold. */
    interface LiftLegalHold extends RequestCommand {}

    /** Gives the request, or part of it, to a person or office of the own side. */
    interface Assign extends RequestCommand {
        @Nullable
        PersonId person();

        @Nullable
        AuthorityId office();

        /** The part; empty is the whole. */
        default List<LineItemId> items() {
            return List.of();
        }

        @Nullable
        LocalDate from();

        @Nullable
        LocalDate until();
    }

    /** Ends an assignment. */
    interface Unassign extends RequestCommand {}

    /** Adds a note for the own side only. */
    interface Note extends RequestCommand {}

    /** Confirms, as the second of two persons, what a first one proposed. */
    interface Confirm extends RequestCommand {
        UUID proposal();

        /** The command that was proposed, as the door opened it from the event. */
        RequestCommand proposed();
    }

    /** Declines, as the second of two persons, what a first one proposed. */
    interface Decline extends RequestCommand {
        UUID proposal();

        Personal reason();
    }
}
