package org.comity.query.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.api.view.ReckoningView;
import org.comity.api.view.ReckoningView.Item;
import org.comity.api.view.ReckoningView.Law;
import org.comity.api.view.ReckoningView.Step;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Why each date of a request is that one, in the words of a reader.
 *
 * @param items the nearest first
 * @param response how long the answer took; none if there is none yet
 */
public record Dates(List<Dated> items, @Nullable Response response) {
    /** What a reckoning quotes of the history: entries that this reader sees. */
    private record Quoted(Wording words, Map<UUID, Entry> entries) {
        Line line(Step step) {
            Entry entry = step.event() == null ? null : entries.get(step.event());
            return new Line(
                    text(step),
                    entry == null ? null : entry.sequence(),
                    step.step().value().equals("doubtful"));
        }

        /** What happened, by the name of its event; who may not see the event is told of an earlier act. */
        private String event(Step step) {
            Entry entry = step.event() == null ? null : entries.get(step.event());
            return entry == null ? words.text("dates.earlier-act") : entry.title();
        }

        private String text(Step step) {
            String key = "why." + step.step();
            return switch (step.step().value()) {
                case "doubtful" -> words.text("why.doubt." + step.why());
                case "counted" -> words.text(key + "." + step.unit(), said(step.number()), moment(step.at()));
                case "day-skipped" -> words.text(key + "." + step.why(), day(step.day()), said(step.name()));
                case "day-of-event-left-out" -> words.text(key, day(step.day()));
                case "last-day-moved", "two-working-days-given" -> words.text(key, day(step.day()), day(step.to()));
                case "paused", "pause-without-effect" ->
                    step.until() == null
                            ? words.text(key + ".open", moment(step.at()), words.text("pause." + step.why()))
                            : words.text(
                                    key, moment(step.at()), moment(step.until()), words.text("pause." + step.why()));
                case "end-stated" ->
                    step.day() == null ? words.text(key, moment(step.at())) : words.text(key + ".day", day(step.day()));
                case "stated-end-not-allowed" -> words.text(key, moment(step.at()), moment(step.until()));
                case "extended", "extension-cut" ->
                    words.text(key, event(step), moment(step.until()), said(step.rule()));
                case "extension-without-effect" -> words.text(key + "." + step.why(), event(step));
                case "hour-of-event-left-out", "not-before" -> words.text(key, moment(step.at()));
                case "stated-by" -> words.text(key, event(step));
                default -> words.text(key, event(step), moment(step.at()), said(step.rule()));
            };
        }

        private static Object said(@Nullable Object value) {
            return value == null ? "" : value;
        }

        private String moment(@Nullable Instant at) {
            return at == null ? "" : words.moment(at);
        }

        private String day(@Nullable LocalDate day) {
            return day == null ? "" : words.day(day);
        }
    }

    /**
     * A date and how it was reckoned.
     *
     * @param tone shape and color of its phase
     * @param law the rule; none where an act alone states the day
     */
    public record Dated(
            String title,
            String phase,
            String tone,
            @Nullable String when,
            @Nullable Instant at,
            String turn,
            @Nullable Law law,
            List<Line> lines) {
        public Dated {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One step.
     *
     * @param entry of the history that it rests on
     */
    public record Line(String text, @Nullable Long entry, boolean doubt) {}

    /** How long the answer took, in days with two places. */
    public record Response(double gross, double waiting, double net) {}

    public Dates {
        items = List.copyOf(items);
    }

    /** The dates of a reckoning; what a reader does not see of the history is not quoted. */
    static Dates of(ReckoningView reckoning, List<Entry> history, String kind, Wording words) {
        var entries = new HashMap<UUID, Entry>();
        history.forEach(entry -> entries.put(entry.id(), entry));
        var quoted = new Quoted(words, entries);
        ReckoningView.ResponseTime took = reckoning.responseTime();
        return new Dates(
                reckoning.items().stream()
                        .map(item -> dated(item, kind, quoted))
                        .toList(),
                took == null ? null : new Response(days(took.gross()), days(took.waiting()), days(took.net())));
    }

    private static Dated dated(Item item, String kind, Quoted quoted) {
        Wording words = quoted.words();
        String turn = words.first("turn." + kind + "." + item.turn().name().toLowerCase(Locale.ROOT));
        return new Dated(
                words.code("deadline", item.kind()),
                words.text("phase." + item.phase()),
                switch (item.phase().value()) {
                    case "missed", "late" -> "bad";
                    case "paused" -> "stopped";
                    case "met", "held" -> "good";
                    default -> "moving";
                },
                item.day() != null ? words.day(item.day()) : item.at() == null ? null : words.moment(item.at()),
                item.at(),
                turn != null ? turn : words.constant("turn", item.turn()),
                item.law(),
                item.steps().stream().map(quoted::line).toList());
    }

    private static double days(Duration duration) {
        return Math.round(duration.toSeconds() / 864.0) / 100.0;
    }
}
