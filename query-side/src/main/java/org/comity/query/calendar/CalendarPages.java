package org.comity.query.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.api.Actor;
import org.comity.api.Login;
import org.comity.api.view.CalendarEntryView;
import org.comity.api.view.TaskView;
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
import org.springframework.web.bind.annotation.RequestParam;

/** What is due, day by day; above all what lapsed and nobody has decided upon. */
@HtmlPages
class CalendarPages {
    private static final List<String> KINDS = List.of(
            "expiry",
            "acknowledgment",
            "answer",
            "completion",
            "conditions-answer",
            "decision",
            "execution",
            "review",
            "formal-confirmation",
            "evidence-receipt",
            "follow-up",
            "wanted",
            "seal-review");

    private final DeadlineCalendar calendar;
    private final TaskList tasks;
    private final InstantSource worldClock;

    CalendarPages(DeadlineCalendar calendar, TaskList tasks, @Qualifier("worldClock") InstantSource worldClock) {
        this.calendar = calendar;
        this.tasks = tasks;
        this.worldClock = worldClock;
    }

    @GetMapping("/calendar")
    String calendar(
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(required = false) @Nullable String turn,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        Actor reader = login.actor();
        Instant now = worldClock.instant();
        Map<String, List<CalendarEntryView>> days = new LinkedHashMap<>();
        for (CalendarEntryView entry : calendar.find(Searches.of(whose, turn, kind, state, null), reader)) {
            String day = entry.at().isBefore(now)
                    ? w.text("calendar.overdue")
                    : entry.day() != null ? w.day(entry.day()) : w.day(entry.at());
            days.computeIfAbsent(day, ignored -> new ArrayList<>()).add(entry);
        }
        model.addAttribute("days", days);
        model.addAttribute("now", now);
        model.addAttribute("kinds", KINDS);
        model.addAttribute("whose", Searches.said(whose));
        model.addAttribute("turn", Searches.said(turn));
        model.addAttribute("kind", Searches.said(kind));
        model.addAttribute("state", Searches.said(state));
        List<TaskView> waiting = tasks.find(reader);
        model.addAttribute(
                "lapsed",
                waiting.stream()
                        .filter(task -> task.kind().value().equals("lapsed"))
                        .map(task -> TaskPages.line(task, Map.of(), now, w))
                        .toList());
        return "calendar/list";
    }
}
