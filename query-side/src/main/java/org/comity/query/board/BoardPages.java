package org.comity.query.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.api.Actor;
import org.comity.api.Login;
import org.comity.api.view.EntryView;
import org.comity.api.view.Page;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.TaskView;
import org.comity.api.view.WaitingOn;
import org.comity.query.page.Row;
import org.comity.query.register.Register;
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

    private final List<Register<?, ?, ?>> registers;
    private final TaskList tasks;
    private final InstantSource worldClock;

    BoardPages(List<Register<?, ?, ?>> registers, TaskList tasks, @Qualifier("worldClock") InstantSource worldClock) {
        this.registers = registers.stream()
                .sorted(Comparator.comparing(register -> register.kind().path()))
                .toList();
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
                        part(reader, new Wanted(WaitingOn.US, null, false), newest, "waiting-on=us"),
                        part(reader, new Wanted(WaitingOn.THEM, null, false), newest, "waiting-on=them"),
                        part(reader, new Wanted(null, null, true), newest, "mine=true"),
                        part(
                                reader,
                                new Wanted(null, soon, false),
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

    private Board.Part part(Actor reader, Wanted wanted, Comparator<Row> order, String query) {
        var all = new ArrayList<Row>();
        Map<String, String> counts = new LinkedHashMap<>();
        boolean more = false;
        for (Register<?, ?, ?> register : registers) {
            List<Row> rows = new ArrayList<>();
            boolean moreOfIt = rows(register, wanted, reader, rows);
            counts.put(register.kind().name(), rows.size() + (moreOfIt ? "+" : ""));
            all.addAll(rows);
            more |= moreOfIt;
        }
        all.sort(order);
        return new Board.Part(all.stream().limit(SHOWN).toList(), all.size() + (more ? "+" : ""), counts, query);
    }

    /** Adds what a register knows; true if there is more of it. */
    private static <S extends Enum<S>> boolean rows(
            Register<?, ?, S> register, Wanted wanted, Actor reader, List<Row> rows) {
        Page<EntryView<S>> found = register.find(
                new RequestFilter<>(
                        Set.<S>of(),
                        null,
                        null,
                        wanted.waitingOn(),
                        wanted.dueBefore(),
                        null,
                        wanted.mine(),
                        COUNTED,
                        null),
                reader);
        found.items().forEach(entry -> rows.add(Row.of(register.kind(), entry)));
        return found.next() != null;
    }

    private record Wanted(
            @Nullable WaitingOn waitingOn, @Nullable Instant dueBefore, boolean mine) {}
}
