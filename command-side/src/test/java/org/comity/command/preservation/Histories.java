package org.comity.command.preservation;

import static org.comity.command.preservation.Samples.END;

import java.util.List;
import org.comity.api.RestrictionGround;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationStatus;

/** Real histories: a request led to each status by the people who may. */
final class Histories {
    private Histories() {}

    static Story reaching(PreservationStatus status) {
        return reaching(status, Variant.PLAIN);
    }

    static Story reaching(PreservationStatus status, Variant v) {
        return switch (status) {
            case NONE -> Story.NONE;
            case DRAFT -> Story.NONE.as(v.drafter(), Samples.of("draft", Story.NONE, v));
            case APPROVED -> then(PreservationStatus.DRAFT, v, "contact-point-2.pt", "approve");
            case TRANSMITTED -> then(PreservationStatus.APPROVED, v, "contact-point.pt", "transmit");
            case MISDIRECTED -> then(PreservationStatus.TRANSMITTED, v, v.addressee(), "declare-misdirected");
            case ACKNOWLEDGED -> then(PreservationStatus.TRANSMITTED, v, v.addressee(), "acknowledge-receipt");
            case RETURNED_INCOMPLETE ->
                then(PreservationStatus.ACKNOWLEDGED, v, "contact-point.cl", "return-incomplete");
            case INFORMATION_REQUESTED ->
                then(PreservationStatus.ACKNOWLEDGED, v, "contact-point.cl", "request-information");
            case RISK_WARNED -> then(PreservationStatus.ACKNOWLEDGED, v, "contact-point.cl", "warn-of-risk");
            case ORDERED -> then(PreservationStatus.ACKNOWLEDGED, v, "contact-point.cl", "order");
            case PRESERVED -> then(PreservationStatus.ORDERED, v, "contact-point.cl", "confirm-preservation");
            case HELD_PENDING_MLA -> then(PreservationStatus.PRESERVED, v, "system", "link-follow-up");
            case NOT_PRESERVED -> then(PreservationStatus.ORDERED, v, "contact-point.cl", "report-nothing-to-preserve");
            case REFUSED -> then(PreservationStatus.ACKNOWLEDGED, v, "contact-point.cl", "refuse");
            case EXPIRED -> reaching(PreservationStatus.PRESERVED, v).at(END).as("system", Samples.EXPIRE);
            case RELEASED -> then(PreservationStatus.PRESERVED, v, "contact-point.pt", "request-release");
            case WITHDRAWN -> then(PreservationStatus.ACKNOWLEDGED, v, "contact-point.pt", "withdraw");
            case CLOSED -> then(PreservationStatus.WITHDRAWN, v, "contact-point-2.pt", "close");
        };
    }

    /** A history in which a command of the table finds what it needs beside the status, for the person who sends it. */
    static Story ready(String command, PreservationStatus status, Variant v, String login) {
        Story story = reaching(status, v);
        return switch (command) {
            case "extend", "refuse-extension" -> story.as("contact-point.pt", Samples.ASK_FOR_MORE);
            case "confirm-seal" -> {
                String sealer = Variant.second(login);
                yield story.as(sealer, Samples.seal(sealer, login));
            }
            case "unseal" -> story.as(login, Samples.seal(login, Variant.second(login)));
            case "correct-event" -> login.equals("system") ? story : story.as(login, Samples.NOTE);
            case "lift-restriction" -> story.asTwo(login, "supervisor.pt", command("restrict-processing", v));
            case "erase-personal-data" -> login.equals("system") ? erasureDecided(story) : story;
            case "lift-legal-hold" -> story.as(login, command("place-legal-hold", v));
            case "unassign" -> story.as(login, command("assign", v));
            case "expire" -> story.at(END);
            default -> story;
        };
    }

    /** A history in which two persons have decided on an erasure that waited for the end of a hold. */
    static Story erasureDecided(Story story) {
        return story.as(
                        "supervisor.pt",
                        new PreservationCommand.PlaceLegalHold(Samples.ID, Samples.P7, List.of(), null))
                .asTwo(
                        "data-protection-officer.pt",
                        "supervisor.pt",
                        new PreservationCommand.RestrictProcessing(
                                Samples.ID, Samples.P7, RestrictionGround.NEEDED_AS_EVIDENCE, true, null))
                .as("supervisor.pt", new PreservationCommand.LiftLegalHold(Samples.ID, Samples.P7, List.of(), null));
    }

    private static Story then(PreservationStatus before, Variant v, String login, String command) {
        Story story = reaching(before, v);
        return story.as(login, Samples.of(command, story, v));
    }

    private static PreservationCommand command(String name, Variant v) {
        return Samples.of(name, Story.NONE, v);
    }
}
