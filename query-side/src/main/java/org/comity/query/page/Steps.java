package org.comity.query.page;

import java.util.List;
import java.util.Set;
import org.comity.api.view.OpenCommandView;
import org.comity.api.view.ReportableView;
import org.comity.query.web.Wording;

/**
 * What its reader can do with a request.
 *
 * @param next what moves the request on
 * @param further what is open at most times and is seldom wanted
 * @param closed what is not open now, with the reason
 */
public record Steps(List<Step> next, List<Step> further, List<Step> closed) {
    private static final Set<String> SELDOM = Set.of(
            "note",
            "assign",
            "unassign",
            "seal",
            "unseal",
            "correct-event",
            "erase-personal-data",
            "place-legal-hold",
            "lift-legal-hold",
            "restrict-processing",
            "lift-restriction",
            "answer-person",
            "lodge-remedy",
            "decide-remedy",
            "ask-progress",
            "give-progress",
            "withdraw",
            "discard-draft",
            "revoke-approval",
            "report-transmission-failure");

    public Steps {
        next = List.copyOf(next);
        further = List.copyOf(further);
        closed = List.copyOf(closed);
    }

    static Steps of(String page, List<OpenCommandView> commands, Wording words) {
        List<Step> open = commands.stream()
                .filter(OpenCommandView::open)
                .map(one -> step(page, one, words))
                .toList();
        return new Steps(
                open.stream().filter(step -> !SELDOM.contains(step.command())).toList(),
                open.stream().filter(step -> SELDOM.contains(step.command())).toList(),
                commands.stream()
                        .filter(one -> !one.open())
                        .map(one -> step(page, one, words))
                        .toList());
    }

    static Steps ofReports(String page, List<ReportableView> commands, Wording words) {
        return of(
                page,
                commands.stream()
                        .map(one -> new OpenCommandView(one.command(), one.open(), one.why(), one.source()))
                        .toList(),
                words);
    }

    private static Step step(String page, OpenCommandView one, Wording words) {
        String command = one.command().value();
        return new Step(command, words.text("command." + command), page + "/" + command, one.why(), one.source());
    }
}
