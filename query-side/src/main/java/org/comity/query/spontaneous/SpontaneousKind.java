package org.comity.query.spontaneous;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.Command;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.Label;
import org.comity.api.Personal;
import org.comity.api.SpontaneousId;
import org.comity.api.StateCode;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousContents;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousEvent.ConditionsAccepted;
import org.comity.api.spontaneous.SpontaneousEvent.ConditionsDeclined;
import org.comity.api.spontaneous.SpontaneousEvent.IncomingInformationRecorded;
import org.comity.api.spontaneous.SpontaneousEvent.InformationOffered;
import org.comity.api.spontaneous.SpontaneousEvent.InformationTransmitted;
import org.comity.api.spontaneous.SpontaneousEvent.ReceiptAcknowledged;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.api.spontaneous.SpontaneousView;
import org.comity.api.view.References;
import org.comity.api.view.RequestHead;
import org.comity.api.view.Turn;
import org.comity.law.deadline.Agenda;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.SpontaneousLife;
import org.comity.query.register.Kind;
import org.comity.query.register.Outlook;
import org.comity.query.register.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Spontaneous information: what is its own. */
@Component
public final class SpontaneousKind
        implements Kind<SpontaneousEvent, SpontaneousLife, SpontaneousStatus, SpontaneousView> {
    @Override
    public String name() {
        return "spontaneous";
    }

    @Override
    public String path() {
        return "/spontaneous-information";
    }

    @Override
    public Id id(UUID id) {
        return new SpontaneousId(id);
    }

    @Override
    public String reference(UUID id) {
        return new SpontaneousId(id).reference();
    }

    @Override
    public Class<SpontaneousEvent> events() {
        return SpontaneousEvent.class;
    }

    @Override
    public Class<? extends Command> commands() {
        return SpontaneousCommand.class;
    }

    @Override
    public Class<SpontaneousStatus> statuses() {
        return SpontaneousStatus.class;
    }

    @Override
    public SpontaneousLife unborn() {
        return SpontaneousLife.NONE;
    }

    @Override
    public StateCode requested(SpontaneousLife life) {
        return contents(life).to();
    }

    /** An offer is made to the other side from its first event on. */
    @Override
    public boolean reaches(SpontaneousEvent event) {
        return event instanceof InformationOffered || Kind.super.reaches(event);
    }

    /** The sender's State stands where otherwise the requesting one does. */
    @Override
    public Outlook outlook(SpontaneousLife life, List<Fact<SpontaneousEvent>> effective, Zones zones) {
        return new Outlook(turn(life, effective), Agenda.of(life));
    }

    @Override
    public Turn turn(SpontaneousLife life, List<Fact<SpontaneousEvent>> effective) {
        return switch (life.status()) {
            case NONE, CLOSED -> Turn.NOBODY;
            // without conditions there is nothing to answer: the sender sends
            case OFFERED -> contents(life).conditions().isEmpty() ? Turn.REQUESTING : Turn.REQUESTED;
            // who had conditions declined decides whether to send all the same
            case CONDITIONS_ACCEPTED, CONDITIONS_DECLINED -> Turn.REQUESTING;
            case TRANSMITTED, RECEIVED -> Turn.REQUESTED;
        };
    }

    @Override
    public References references(List<Fact<SpontaneousEvent>> effective) {
        Label sender = null;
        Label receiver = null;
        for (Fact<SpontaneousEvent> fact : effective) {
            if (fact.event() instanceof InformationTransmitted e) {
                sender = e.material().reference();
            }
            if (fact.event() instanceof IncomingInformationRecorded e) {
                sender = e.theirReference();
            }
            if (fact.event() instanceof ReceiptAcknowledged e && e.ownReference() != null) {
                receiver = e.ownReference();
            }
        }
        return new References(text(sender), text(receiver), null);
    }

    @Override
    public List<Tie> ties(SpontaneousLife life) {
        return life.now().requests().stream()
                .map(request -> new Tie("request", request))
                .toList();
    }

    @Override
    public String backwards() {
        return "information";
    }

    @Override
    public Columns columns(SpontaneousLife life) {
        return new Columns(text(contents(life).offence()), null, Words.in());
    }

    @Override
    public SpontaneousView view(
            RequestHead<SpontaneousStatus> head, SpontaneousLife life, List<Fact<SpontaneousEvent>> effective) {
        return new SpontaneousView(head, contents(life), life.now().material(), conditions(effective));
    }

    /**
     * Conditions of the offer are answered all at once; those that nobody answered, and restrictions on what was sent, bind
     * whoever takes the information. Source: ETS 185 art. 26(2); UNTOC art. 18(5).
     */
    private static List<SpontaneousView.Condition> conditions(List<Fact<SpontaneousEvent>> effective) {
        var conditions = new ArrayList<SpontaneousView.Condition>();
        for (Fact<SpontaneousEvent> fact : effective) {
            switch (fact.event()) {
                case InformationOffered e -> add(conditions, e.contents().conditions(), fact);
                case IncomingInformationRecorded e -> {
                    add(conditions, e.contents().conditions(), fact);
                    add(conditions, e.material().restrictions(), fact);
                }
                case InformationTransmitted e -> add(conditions, e.material().restrictions(), fact);
                case ConditionsAccepted e -> answer(conditions, "binding");
                case ConditionsDeclined e -> answer(conditions, "declined");
                case ReceiptAcknowledged e -> answer(conditions, "binding");
                default -> {}
            }
        }
        return conditions;
    }

    private static void add(
            List<SpontaneousView.Condition> conditions, List<Personal> texts, Fact<SpontaneousEvent> stating) {
        texts.forEach(
                text -> conditions.add(new SpontaneousView.Condition(text, new Code("proposed"), stating.eventId())));
    }

    private static void answer(List<SpontaneousView.Condition> conditions, String state) {
        conditions.replaceAll(one -> one.state().value().equals("proposed")
                ? new SpontaneousView.Condition(one.text(), new Code(state), one.event())
                : one);
    }

    private static SpontaneousContents contents(SpontaneousLife life) {
        return Objects.requireNonNull(life.contents());
    }

    private static @Nullable String text(@Nullable Label label) {
        return label == null ? null : label.value();
    }
}
