package org.comity.query.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.api.Actor;
import org.comity.api.Login;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.TaskView;
import org.comity.api.view.WaitingOn;
import org.comity.query.mla.MlaPages;
import org.comity.query.mla.MlaRegister;
import org.comity.query.page.Row;
import org.comity.query.preservation.PreservationPages;
import org.comity.query.preservation.PreservationRegister;
import org.comity.query.task.TaskList;
import org.comity.query.task.TaskPages;
import org.comity.query.web.HtmlPages;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The first page after signing in: whose turn it is, and what lapses when. */
@HtmlPages
class BoardPages {
    private static final Duration SOON = Duration.ofDays(30);
    private static final int COUNTED = 100;
    private static final int SHOWN = 8;

    private final MlaRegister assistance;
    private final PreservationRegister preservations;
    private final TaskList tasks;
    private final InstantSource worldClock;

    BoardPages(
            MlaRegister assistance,
            PreservationRegister preservations,
            TaskList tasks,
            @Qualifier("worldClock") InstantSource worldClock) {
        this.assistance = assistance;
        this.preservations = preservations;
        this.tasks = tasks;
        this.worldClock = worldClock;
    }

    @GetMapping("/")
    String board(@AuthenticationPrincipal Login login, @RequestAttribute Wording w, Model model) {
        Actor reader = login.actor();
        Instant now = worldClock.instant();
        Instant soon = now.plus(SOON);
        Comparator<Row> newest = Comparator.comparing(Row::changedAt).reversed();
        Comparator<Row> nearest = Comparator.comparing(row -> Objects.requireNonNullElse(row.dueAt(), Instant.MAX));
        List<TaskView> waiting = tasks.find(reader).stream()
                .filter(task -> !task.whose().value().equals("colleague"))
                .toList();
        model.addAttribute(
                "board",
                new Board(
                        part(reader, WaitingOn.US, null, false, newest, "waiting-on=us"),
                        part(reader, WaitingOn.THEM, null, false, newest, "waiting-on=them"),
                        part(reader, null, null, true, newest, "mine=true"),
                        part(
                                reader,
                                null,
                                soon,
                                false,
                                nearest,
                                "due-before=" + soon.atOffset(ZoneOffset.UTC).toLocalDate()),
                        waiting.stream()
                                .limit(SHOWN)
                                .map(task -> TaskPages.line(task, Map.of(), now, w))
                                .toList(),
                        waiting.size()));
        model.addAttribute("now", now);
        return "request/board";
    }

    private Board.Part part(
            Actor reader,
            @Nullable WaitingOn waitingOn,
            @Nullable Instant dueBefore,
            boolean mine,
            Comparator<Row> order,
            String query) {
        var first = assistance.find(BoardPages.filter(waitingOn, dueBefore, mine), reader);
        var second = preservations.find(BoardPages.filter(waitingOn, dueBefore, mine), reader);
        List<Row> all = Stream.concat(
                        first.items().stream().map(MlaPages::row),
                        second.items().stream().map(PreservationPages::row))
                .sorted(order)
                .toList();
        boolean more = first.next() != null || second.next() != null;
        return new Board.Part(all.stream().limit(SHOWN).toList(), all.size() + (more ? "+" : ""), query);
    }

    private static <S extends Enum<S>> RequestFilter<S> filter(
            @Nullable WaitingOn waitingOn, @Nullable Instant dueBefore, boolean mine) {
        return new RequestFilter<>(Set.<S>of(), null, null, waitingOn, dueBefore, null, mine, COUNTED, null);
    }
}
