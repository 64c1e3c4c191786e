package org.comity.query.mla;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.api.Command;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaContents;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestView;
import org.comity.api.mla.MlaStatus;
import org.comity.api.view.References;
import org.comity.api.view.RequestHead;
import org.comity.api.view.Turn;
import org.comity.law.deadline.Agenda;
import org.comity.law.deadline.Lawbook;
import org.comity.law.deadline.Zones;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.query.register.Kind;
import org.comity.query.register.Outlook;
import org.comity.query.register.Words;
import org.springframework.stereotype.Component;

/** Requests for mutual legal assistance: what is their own. */
@Component
public final class MlaKind implements Kind<MlaRequestEvent, MlaRequestLife, MlaStatus, MlaRequestView> {
    @Override
    public String name() {
        return "mla";
    }

    @Override
    public String path() {
        return "/mla-requests";
    }

    @Override
    public Id id(UUID id) {
        return new MlaRequestId(id);
    }

    @Override
    public String reference(UUID id) {
        return new MlaRequestId(id).reference();
    }

    @Override
    public Class<MlaRequestEvent> events() {
        return MlaRequestEvent.class;
    }

    @Override
    public Class<? extends Command> commands() {
        return MlaRequestCommand.class;
    }

    @Override
    public Class<MlaStatus> statuses() {
        return MlaStatus.class;
    }

    @Override
    public MlaRequestLife unborn() {
        return MlaRequestLife.NONE;
    }

    @Override
    public StateCode requested(MlaRequestLife life) {
        return contents(life).to();
    }

    @Override
    public Turn turn(MlaRequestLife life, List<Fact<MlaRequestEvent>> effective) {
        return MlaTurn.of(life, effective);
    }

    @Override
    public Outlook outlook(MlaRequestLife life, List<Fact<MlaRequestEvent>> effective, Zones zones) {
        return new Outlook(turn(life, effective), Agenda.of(Lawbook.ofThisRelease(), life, zones));
    }

    @Override
    public References references(List<Fact<MlaRequestEvent>> effective) {
        return MlaParts.references(effective);
    }

    @Override
    public List<Tie> ties(MlaRequestLife life) {
        return contents(life).linkedPreservations().stream()
                .map(id -> new Tie("preservation", id))
                .toList();
    }

    @Override
    public Columns columns(MlaRequestLife life) {
        Label offence = contents(life).offence();
        return new Columns(offence == null ? null : offence.value(), null, Words.in());
    }

    @Override
    public MlaRequestView view(
            RequestHead<MlaStatus> head, MlaRequestLife life, List<Fact<MlaRequestEvent>> effective) {
        MlaContents contents = contents(life);
        var now = life.now();
        return new MlaRequestView(
                head,
                MlaParts.items(now.items(), contents),
                contents,
                MlaParts.rounds(now.rounds(), effective),
                MlaParts.conditions(effective),
                MlaParts.transfers(now.transfers()),
                now.confirmation().isDue() ? now.confirmation().dueBy() : null,
                now.review());
    }

    private static MlaContents contents(MlaRequestLife life) {
        return Objects.requireNonNull(life.contents());
    }
}
