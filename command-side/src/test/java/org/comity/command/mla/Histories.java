package org.comity.command.mla;

import static org.comity.command.mla.Samples.L1;
import static org.comity.command.mla.Samples.L2;

import java.util.List;
import java.util.Map;
import org.comity.api.LineItemId;
import org.comity.api.RestrictionGround;
import org.comity.api.mla.LineItemOutcome;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaStatus;

/** Real histories: a request led to each status by the people who may. */
final class Histories {
    private Histories() {}

    static Story reaching(MlaStatus status) {
        return reaching(status, Variant.PLAIN);
    }

    static Story reaching(MlaStatus status, Variant v) {
        return switch (status) {
            case NONE -> Story.NONE;
            case DRAFT -> Story.NONE.as(v.drafter(), Samples.of("draft", Story.NONE, v));
            case APPROVED ->
                then(
                        MlaStatus.DRAFT,
                        v,
                        v.drafter().equals("central-authority.pt") ? "central-authority-2.pt" : "central-authority.pt",
                        "approve");
            case TRANSMITTED -> then(MlaStatus.APPROVED, v, "central-authority.pt", "transmit");
            case MISDIRECTED -> then(MlaStatus.TRANSMITTED, v, v.addressee(), "declare-misdirected");
            case ACKNOWLEDGED -> acknowledged(v);
            case RETURNED_INCOMPLETE -> then(MlaStatus.ACKNOWLEDGED, v, "central-authority.cl", "return-incomplete");
            case INFORMATION_REQUESTED ->
                then(MlaStatus.ACKNOWLEDGED, v, "central-authority.cl", "request-information");
            case UNDER_CONSULTATION -> then(MlaStatus.ACKNOWLEDGED, v, "central-authority.cl", "open-consultation");
            case ACCEPTED -> then(MlaStatus.ACKNOWLEDGED, v, "central-authority.cl", "accept");
            case IN_EXECUTION -> then(MlaStatus.ACCEPTED, v, "executing-authority.cl", "start-execution");
            case POSTPONED -> then(MlaStatus.ACKNOWLEDGED, v, "central-authority.cl", "postpone");
            case PARTIALLY_EXECUTED ->
                concluded(v, L1).as("executing-authority.cl", command("declare-partial-execution", v));
            case EXECUTED -> concluded(v, L1, L2).as("executing-authority.cl", command("complete-execution", v));
            case EVIDENCE_TRANSMITTED -> reaching(MlaStatus.EXECUTED, v).as("central-authority.cl", Samples.HAND_OVER);
            case RECEIPT_CONFIRMED ->
                reaching(MlaStatus.EVIDENCE_TRANSMITTED, v).as("central-authority.pt", Samples.CONFIRM_X1);
            case REFUSED -> then(MlaStatus.ACKNOWLEDGED, v, "central-authority.cl", "refuse");
            case WITHDRAWN -> then(MlaStatus.ACKNOWLEDGED, v, "central-authority.pt", "withdraw");
            case CLOSED -> then(MlaStatus.RECEIPT_CONFIRMED, v, "central-authority-2.pt", "close");
        };
    }

    /** A history in which a command of the table finds what it needs beside the status, for the person who sends it. */
    static Story ready(String command, MlaStatus status, Variant v, String login) {
        Story story = reaching(status, v);
        return switch (command) {
            case "accept-conditions", "decline-conditions" ->
                story.as("central-authority.cl", command("propose-conditions", v));
            case "declare-partial-execution", "transmit-evidence" ->
                status == MlaStatus.IN_EXECUTION ? concluded(v, L1) : story;
            case "complete-execution" -> concluded(v, L1, L2);
            case "confirm-evidence-receipt" ->
                status == MlaStatus.PARTIALLY_EXECUTED ? story.as("central-authority.cl", Samples.HAND_OVER) : story;
            case "retransmit-evidence" -> story.as("central-authority.pt", Samples.DISPUTE_X1);
            case "decide-remedy" -> story.as(login, command("lodge-remedy", v));
            case "confirm-seal" -> {
                String sealer = Variant.second(login);
                yield story.as(sealer, Samples.seal(sealer, login));
            }
            case "unseal" -> story.as(login, Samples.seal(login, Variant.second(login)));
            case "correct-event" -> story.as(login, Samples.NOTE);
            case "lift-restriction" -> story.asTwo(login, "supervisor.pt", command("restrict-processing", v));
            case "erase-personal-data" -> login.equals("system") ? erasureDecided(story) : story;
            case "lift-legal-hold" -> story.as(login, command("place-legal-hold", v));
            case "unassign" -> story.as(login, Samples.assign());
            default -> story;
        };
    }

    static Story concluded(Variant v, LineItemId... items) {
        Story story = reaching(MlaStatus.IN_EXECUTION, v);
        for (var item : List.of(items)) {
            story = story.as(
                    "executing-authority.cl",
                    new MlaRequestCommand.ConcludeLineItem(
                            Samples.ID, Map.of(item, LineItemOutcome.EXECUTED), List.of(), null, null, null));
        }
        return story;
    }

    private static Story acknowledged(Variant v) {
        Story sent = reaching(MlaStatus.TRANSMITTED, v);
        return sent.as(v.addressee(), Samples.receipt(sent.now()));
    }

    /** A history in which two persons have decided on an erasure that waited for the end of a hold. */
    static Story erasureDecided(Story story) {
        return story.as("supervisor.pt", new MlaRequestCommand.PlaceLegalHold(Samples.ID, Samples.P7, List.of(), null))
                .asTwo(
                        "data-protection-officer.pt",
                        "supervisor.pt",
                        new MlaRequestCommand.RestrictProcessing(
                                Samples.ID, Samples.P7, RestrictionGround.NEEDED_AS_EVIDENCE, true, null))
                .as("supervisor.pt", new MlaRequestCommand.LiftLegalHold(Samples.ID, Samples.P7, List.of(), null));
    }

    private static Story then(MlaStatus before, Variant v, String login, String command) {
        Story story = reaching(before, v);
        return story.as(login, Samples.of(command, story, v));
    }

    private static MlaRequestCommand command(String name, Variant v) {
        return Samples.of(name, Story.NONE, v);
    }
}
