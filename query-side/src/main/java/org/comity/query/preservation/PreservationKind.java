package org.comity.query.preservation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.api.Command;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.PreservationId;
import org.comity.api.StateCode;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationContents;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.preservation.PreservationView;
import org.comity.api.view.References;
import org.comity.api.view.RequestHead;
import org.comity.api.view.Turn;
import org.comity.law.deadline.Agenda;
import org.comity.law.deadline.Lawbook;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.query.register.Kind;
import org.comity.query.register.Outlook;
import org.comity.query.register.Words;
import org.springframework.stereotype.Component;

/** Preservation requests: what is their own. */
@Component
public final class PreservationKind
        implements Kind<PreservationEvent, PreservationLife, PreservationStatus, PreservationView> {
    @Override
    public String name() {
        return "preservation";
    }

    @Override
    public String path() {
        return "/preservation-requests";
    }

    @Override
    public Id id(UUID id) {
        return new PreservationId(id);
    }

    @Override
    public String reference(UUID id) {
        return new PreservationId(id).reference();
    }

    @Override
    public Class<PreservationEvent> events() {
        return PreservationEvent.class;
    }

    @Override
    public Class<? extends Command> commands() {
        return PreservationCommand.class;
    }

    @Override
    public Class<PreservationStatus> statuses() {
        return PreservationStatus.class;
    }

    @Override
    public PreservationLife unborn() {
        return PreservationLife.NONE;
    }

    @Override
    public StateCode requested(PreservationLife life) {
        return life.now().requested() != null
                ? life.now().requested()
                : contents(life).to();
    }

    @Override
    public Outlook outlook(PreservationLife life, List<Fact<PreservationEvent>> effective, Zones zones) {
        return new Outlook(turn(life, effective), Agenda.of(Lawbook.ofThisRelease(), life, zones));
    }

    @Override
    public Turn turn(PreservationLife life, List<Fact<PreservationEvent>> effective) {
        return switch (life.status()) {
            case NONE, CLOSED -> Turn.NOBODY;
            case DRAFT,
                    APPROVED,
                    RETURNED_INCOMPLETE,
                    INFORMATION_REQUESTED,
                    RISK_WARNED,
                    NOT_PRESERVED,
                    REFUSED,
                    EXPIRED,
                    RELEASED -> Turn.REQUESTING;
            // a receiver that is not competent passes it on (ETS 185 art. 27(9)(c) by analogy)
            case TRANSMITTED, MISDIRECTED, ACKNOWLEDGED, ORDERED, HELD_PENDING_MLA -> Turn.REQUESTED;
            // the follow-up is awaited, unless a longer term was asked for
            case PRESERVED -> life.now().term().askedAt() == null ? Turn.REQUESTING : Turn.REQUESTED;
            // a draft that was given up is over
            case WITHDRAWN -> life.now().journey().hasBegun() ? Turn.REQUESTING : Turn.NOBODY;
        };
    }

    @Override
    public References references(List<Fact<PreservationEvent>> effective) {
        return PreservationParts.references(effective);
    }

    @Override
    public List<Tie> ties(PreservationLife life) {
        return PreservationParts.ties(life.now(), contents(life));
    }

    @Override
    public Columns columns(PreservationLife life) {
        PreservationContents contents = contents(life);
        return new Columns(
                contents.offence() == null ? null : contents.offence().value(),
                life.expiresAt(),
                Words.in(contents.provider()));
    }

    @Override
    public PreservationView view(
            RequestHead<PreservationStatus> head, PreservationLife life, List<Fact<PreservationEvent>> effective) {
        PreservationContents contents = contents(life);
        var now = life.now();
        return new PreservationView(
                head,
                PreservationParts.items(contents),
                contents,
                PreservationParts.rounds(now.rounds(), effective),
                now.scope(),
                life.expiresAt(),
                life.expiryRule(),
                now.term().end(),
                now.term().extensions(),
                life.followUps().entrySet().stream()
                        .map(hold -> new PreservationView.Hold(
                                hold.getKey(), hold.getValue().legalReceivedAt()))
                        .toList(),
                PreservationParts.path(effective));
    }

    private static PreservationContents contents(PreservationLife life) {
        return Objects.requireNonNull(life.contents());
    }
}
