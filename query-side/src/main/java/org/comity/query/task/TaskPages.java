package org.comity.query.task;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.api.Login;
import org.comity.api.PersonId;
import org.comity.api.view.TaskView;
import org.comity.query.register.Colleagues;
import org.comity.query.web.HtmlPages;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The list of tasks for people: mine, my office's, and what a colleague has in hand. */
@HtmlPages
public class TaskPages {
    private static final Set<String> SAYING_WHAT = Set.of("falls-due", "escalated");

    private final TaskList tasks;
    private final Colleagues colleagues;
    private final InstantSource worldClock;

    TaskPages(TaskList tasks, Colleagues colleagues, @Qualifier("worldClock") InstantSource worldClock) {
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.worldClock = worldClock;
    }

    /**
     * A task as a page shows it.
     *
     * @param title what is to be done
     * @param href the page on which it is done
     * @param who colleagues who have it
     */
    public record Line(
            String title,
            String reference,
            String href,
            String sheet,
            List<String> who,
            Instant since,
            @Nullable Instant dueAt,
            boolean late,
            String source) {
        public Line {
            who = List.copyOf(who);
        }
    }

    @GetMapping("/tasks")
    String tasks(@AuthenticationPrincipal Login login, @RequestAttribute Wording w, Model model) {
        Instant now = worldClock.instant();
        Map<PersonId, String> names = colleagues.of(login.actor());
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (String whose : List.of("mine", "office", "colleague")) {
            groups.put(whose, new ArrayList<>());
        }
        for (TaskView task : tasks.find(login.actor())) {
            Objects.requireNonNull(groups.get(task.whose().value())).add(line(task, names, now, w));
        }
        model.addAttribute("groups", groups);
        model.addAttribute("now", now);
        return "task/list";
    }

    /** What falls due is named by what it is. */
    private static String of(TaskView task, Wording w) {
        String title = w.code("task", task.kind().value());
        return task.detail() != null && SAYING_WHAT.contains(task.kind().value())
                ? title + " · " + w.code("deadline", task.detail())
                : title;
    }

    /** A task in the words of a reader. */
    public static Line line(TaskView task, Map<PersonId, String> names, Instant now, Wording w) {
        String sheet = "/" + task.family() + "/" + task.request();
        String about = task.about() == null ? "" : "?proposal=" + task.about() + "&request=" + task.about();
        boolean isStep = task.kind().value().equals("next-step");
        return new Line(
                isStep ? w.text("command." + task.command()) : of(task, w),
                task.reference(),
                task.command() == null ? sheet : sheet + "/" + task.command() + (isStep ? "" : about),
                sheet,
                task.assigned().stream()
                        .map(person -> names.getOrDefault(
                                person,
                                w.text("history.person", person.toString().substring(0, 8))))
                        .toList(),
                task.since(),
                task.dueAt(),
                task.dueAt() != null && task.dueAt().isBefore(now),
                task.source());
    }
}
