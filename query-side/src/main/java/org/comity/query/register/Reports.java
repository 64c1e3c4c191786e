package org.comity.query.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Office;
import org.comity.api.RequestContents;
import org.comity.api.StateCode;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.ReportableView;
import org.comity.law.lifecycle.Life;
import org.comity.law.lifecycle.Possibility;

/**
 * What somebody may report that the other side did: the commands that the table of life gives to offices over there which do
 * not use this node. A connected office acts for itself, so nothing is reported of it.
 */
final class Reports {
    private final AuthorityNames authorities;

    Reports(AuthorityNames authorities) {
        this.authorities = authorities;
    }

    /** Commands of the other side, in the order of the table; none if all over there are connected. */
    List<ReportableView> of(Life<?, ?, ?> life, Act act) {
        RequestContents contents = life.contents();
        Office own = act.actor().office();
        if (contents == null || own == null || !life.mayKnow(act)) {
            return List.of();
        }
        StateCode other = own.state().equals(contents.from()) ? contents.to() : contents.from();
        Map<String, List<Opening>> byCommand = new LinkedHashMap<>();
        for (AuthorityView office : authorities.in(other)) {
            if (!office.connected() && !own.state().equals(other)) {
                Act reported = new Act(
                        act.actor(),
                        null,
                        new Office(office.id(), office.kind(), office.state()),
                        null,
                        null,
                        null,
                        act.occurredAt(),
                        act.receivedAt());
                life.open(reported, act.receivedAt()).forEach(one -> byCommand
                        .computeIfAbsent(one.command(), command -> new ArrayList<>())
                        .add(new Opening(office, one)));
            }
        }
        return byCommand.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList();
    }

    private record Opening(AuthorityView office, Possibility possibility) {}

    private static ReportableView view(String command, List<Opening> all) {
        List<Opening> open =
                all.stream().filter(one -> one.possibility().open()).toList();
        List<Opening> shown = open.isEmpty() ? all : open;
        Possibility first = shown.getFirst().possibility();
        return new ReportableView(
                new Code(command),
                first.open(),
                shown.stream().map(Opening::office).toList(),
                first.why(),
                first.source());
    }
}
