package org.comity.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.directory.AuthorityId;
import org.comity.api.treaty.TreatyAnswer;
import org.jspecify.annotations.Nullable;

/** Something that happened to a request of any kind. What is recorded of every kind alike has a name here. */
public interface RequestEvent extends Event {

    /** A round of questions is open. */
    interface InformationRequested extends RequestEvent {
        int round();

        List<Personal> questions();

        @Nullable
        LocalDate answerBy();

        default boolean pausesClock() {
            return false;
        }
    }

    /** Open rounds were answered. */
    interface InformationProvided extends RequestEvent {
        List<Integer> rounds();

        Map<Integer, Personal> answers();
    }

    /** An act that relied on what binds the two States, and keeps what was answered to it. */
    interface Relying extends RequestEvent {
        @Nullable
        TreatyAnswer relation();
    }

    /** What every kind records alike, whatever a kind calls it. It is folded once, for all kinds. */
    sealed interface Common extends RequestEvent {}

    /** It says this now. */
    non-sealed interface Written extends Common {
        RequestContents contents();
    }

    /** It came by letter from an authority that is not connected. */
    non-sealed interface TakenIn extends Common {
        RequestContents contents();

        @Nullable
        AuthorityId sender();

        @Nullable
        AuthorityId addressee();

        @Nullable
        Channel channel();

        @Nullable
        Label theirReference();

        @Nullable
        Instant dispatchedAt();

        Digest letter();
    }

    /** It was signed off. */
    non-sealed interface Approved extends Common {}

    /** The approval was taken back. */
    non-sealed interface ApprovalRevoked extends Common {}

    /** Its own side sent it to an office of the other. */
    non-sealed interface Sent extends Common {
        AuthorityId to();

        @Nullable
        Channel channel();
    }

    /** It did not arrive. */
    non-sealed interface TransmissionFailed extends Common {}

    /** A receiver passed it on. */
    non-sealed interface Forwarded extends Common {
        AuthorityId to();

        @Nullable
        Channel channel();
    }

    /** The receiver has it in hand; without a moment of its own, since the act. */
    non-sealed interface Received extends Common {
        @Nullable
        Instant legalReceivedAt();

        @Nullable
        Label ownReference();
    }

    /** One side closed its file. */
    non-sealed interface Closed extends Common {
        @Nullable
        Code outcome();

        @Nullable
        Personal reason();

        @Nullable
        LocalDate retentionReview();
    }

    /** What was closed is open again, on both sides. */
    non-sealed interface Reopened extends Common {}

    /** Its existence is hidden from all but the named readers. */
    non-sealed interface Sealed extends Common {
        @Nullable
        Label level();

        List<PersonId> readers();

        @Nullable
        LocalDate review();

        @Nullable
        Personal basis();
    }

    /** A second person stands for the sealing, too. */
    non-sealed interface SealConfirmed extends Common {}

    /** It is no longer hidden. */
    non-sealed interface Unsealed extends Common {
        Personal reason();
    }

    /** An earlier event has another value, or is void; the earlier event stays in the log. */
    non-sealed interface Corrected extends Common {
        UUID corrects();

        CorrectionAction action();

        @Nullable
        Label field();

        @Nullable
        Object value();

        @Nullable
        Personal reason();

        @Nullable
        Proof proof();
    }

    /** The key of a person is to be destroyed. */
    non-sealed interface Erased extends Common {
        PersonRef person();

        List<Label> fields();

        @Nullable
        Label basis();

        LocalDate backupsGoneBy();
    }

    /** What is known of a person is kept and withheld from ordinary readers. */
    non-sealed interface Restricted extends Common {
        PersonRef person();

        RestrictionGround ground();

        /** True if it is decided that it is erased as soon as no hold protects it. */
        boolean thenErase();
    }

    /** What is known of a person is shown again. */
    non-sealed interface RestrictionEnded extends Common {
        PersonRef person();
    }

    /** The person was told what was decided, or it was decided not to tell. */
    non-sealed interface Answered extends Common {
        PersonRef person();

        AnswerToPerson decision();

        @Nullable
        Instant toldAt();

        @Nullable
        Channel channel();

        @Nullable
        Personal text();

        @Nullable
        Personal notToldBecause();
    }

    /** Erasure is forbidden while the hold stands. */
    non-sealed interface HoldPlaced extends Common {
        @Nullable
        PersonRef person();

        List<Label> fields();

        @Nullable
        Label basis();
    }

    /** The hold has ended. */
    non-sealed interface HoldLifted extends Common {
        @Nullable
        PersonRef person();

        List<Label> fields();

        @Nullable
        Label basis();
    }

    /** A person or office of one side works on it. */
    non-sealed interface Assigned extends Common {
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

        @Nullable
        Personal reason();
    }

    /** An assignment ended. */
    non-sealed interface Unassigned extends Common {
        @Nullable
        PersonId person();

        @Nullable
        AuthorityId office();

        /** The part; empty is the whole. */
        default List<LineItemId> items() {
            return List.of();
        }

        @Nullable
        Personal reason();
    }

    /** One side added a note for itself. */
    non-sealed interface Noted extends Common {
        Personal text();
    }

    /** A command that needs two persons was judged in full and waits for the second one. */
    non-sealed interface Proposed extends Common {
        UUID proposal();

        /** Name of the command, such as {@code unseal}. */
        Code command();

        /** The command as JSON, its personal values sealed. */
        String body();

        Instant lapsesAt();
    }

    /** A second person declined what a first one had proposed. */
    non-sealed interface ProposalDeclined extends Common {
        UUID proposal();

        Personal reason();
    }
}
