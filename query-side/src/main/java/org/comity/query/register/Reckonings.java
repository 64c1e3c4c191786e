package org.comity.query.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Code;
import org.comity.api.Kebab;
import org.comity.api.view.ReckoningView;
import org.comity.api.view.ReckoningView.Item;
import org.comity.api.view.ReckoningView.Law;
import org.comity.api.view.Turn;
import org.comity.law.Sources;
import org.comity.law.deadline.Agenda;
import org.comity.law.deadline.Deadline;
import org.comity.law.deadline.Deadline.Phase;
import org.comity.law.deadline.Due;
import org.comity.law.deadline.Extension;
import org.comity.law.deadline.Lawbook;
import org.comity.law.deadline.Lawbook.CountingRule;
import org.comity.law.deadline.Occurrence;
import org.comity.law.deadline.Pause;
import org.comity.law.deadline.ResponseTime;
import org.comity.law.deadline.Rule;
import org.comity.law.deadline.Rule.Nature;
import org.comity.law.deadline.Step;
import org.jspecify.annotations.Nullable;

/** Says of each date of an agenda why it is that one. */
final class Reckonings {
    private final Lawbook law;
    private final Instant now;

    private final Map<UUID, Long> sequences;

    private Reckonings(Lawbook law, Map<UUID, Long> sequences, Instant now) {
        this.law = law;
        this.sequences = sequences;
        this.now = now;
    }

    /**
     * Every date of an agenda.
     *
     * @param sequences places of the events of the request in its stream
     */
    static ReckoningView of(Agenda agenda, Lawbook law, Map<UUID, Long> sequences, Instant now) {
        var reckonings = new Reckonings(law, sequences, now);
        var explained = new HashSet<Deadline>();
        var items = new ArrayList<Item>();
        for (Due due : agenda.dues()) {
            Deadline clock = due.clock();
            if (clock != null) {
                explained.add(clock);
            }
            items.add(reckonings.item(due));
        }
        agenda.clocks().stream().filter(clock -> !explained.contains(clock)).forEach(clock -> Optional.ofNullable(
                        clock.start())
                .ifPresent(start -> items.add(reckonings.item(clock, start))));
        ResponseTime took = agenda.responseTime();
        return new ReckoningView(
                items,
                took == null
                        ? null
                        : new ReckoningView.ResponseTime(
                                took.from(), took.until(), took.gross(), took.waiting(), took.net()));
    }

    private Item item(Due due) {
        Deadline clock = due.clock();
        boolean missed = !now.isBefore(due.at());
        return new Item(
                due.kind(),
                new Code(missed ? "missed" : "running"),
                due.at(),
                due.day(),
                due.rule(),
                due.turn(),
                due.event(),
                due.sequence(),
                clock == null ? null : law(clock),
                clock == null ? List.of(started(due), stated(due)) : steps(clock));
    }

    private Item item(Deadline clock, Occurrence start) {
        boolean warning = clock.rule().nature() == Nature.WARNING;
        boolean missed = clock.phase() == Phase.RUNNING && clock.isMissedAt(now);
        return new Item(
                new Code(warning ? "warning" : clock.rule().kind()),
                new Code(missed ? warning ? "met" : "missed" : Kebab.of(clock.phase())),
                clock.due(),
                clock.lastDay(),
                clock.rule().code().value(),
                clock.rule().bound().isRequesting() ? Turn.REQUESTING : Turn.REQUESTED,
                start.event(),
                sequences.getOrDefault(start.event(), 0L),
                law(clock),
                steps(clock));
    }

    private Law law(Deadline clock) {
        Rule rule = clock.rule();
        CountingRule counting = law.countings().get(rule.counting());
        return new Law(
                rule.code(),
                rule.citation(),
                rule.label(),
                new Code(Kebab.of(rule.nature())),
                counting == null ? "" : counting.label(),
                new Code(counting == null ? "none" : Kebab.of(counting.source().mark())),
                rule.effectWhenMissed(),
                clock.state(),
                new Code(Kebab.of(rule.source().mark())),
                rule.source().mark().isVerified(),
                List.copyOf(Sources.of(rule.source()).values()),
                clock.law());
    }

    private static List<ReckoningView.Step> steps(Deadline clock) {
        return clock.steps().stream().map(Reckonings::step).toList();
    }

    private static ReckoningView.Step started(Due due) {
        return new Said("stated-by").event(due.event()).step();
    }

    private static ReckoningView.Step stated(Due due) {
        return new Said("end-stated").at(due.at()).day(due.day()).step();
    }

    private static ReckoningView.Step step(Step step) {
        var said = new Said(Kebab.of(step.getClass()));
        return switch (step) {
            case Step.Started s -> said.by(s.by()).step();
            case Step.DayOfEventLeftOut s -> said.day(s.day()).step();
            case Step.HourOfEventLeftOut s -> said.at(s.countedFrom()).step();
            case Step.DaySkipped s ->
                said.day(s.day()).why(s.why()).name(s.name()).step();
            case Step.Counted s ->
                said.count(s.number(), s.hours() ? "hours" : "days")
                        .at(s.until())
                        .step();
            case Step.LastDayMoved s -> said.day(s.from()).to(s.to()).step();
            case Step.TwoWorkingDaysGiven s -> said.day(s.from()).to(s.to()).step();
            case Step.Paused s -> said.pause(s.pause()).step();
            case Step.PauseWithoutEffect s -> said.pause(s.pause()).step();
            case Step.EndStated s -> said.at(s.end()).step();
            case Step.StatedEndNotAllowed s ->
                said.at(s.stated()).until(s.rule()).step();
            case Step.Extended s -> said.by(s.by()).until(s.until()).step();
            case Step.ExtensionCut s ->
                said.by(s.by()).rule(s.limit()).until(s.until()).step();
            case Step.ExtensionWithoutEffect s -> said.by(s.by()).why(s.why()).step();
            case Step.Stopped s -> said.by(s.by()).step();
            case Step.StoppedTooLate s -> said.by(s.by()).step();
            case Step.Held s -> said.by(s.since()).rule(s.by()).step();
            case Step.NotBefore s -> said.at(s.moment()).step();
            case Step.Doubtful s -> said.why(s.doubt()).step();
        };
    }

    /** A step as it is put together. */
    private static final class Said {
        private final Code step;
        private @Nullable Instant at;
        private @Nullable Instant until;
        private @Nullable LocalDate day;
        private @Nullable LocalDate to;
        private @Nullable Long number;
        private @Nullable Code unit;
        private @Nullable Code why;
        private @Nullable String name;
        private @Nullable Code rule;
        private @Nullable UUID event;

        Said(String step) {
            this.step = new Code(step);
        }

        Said by(Occurrence occurrence) {
            return at(occurrence.at()).event(occurrence.event());
        }

        Said by(Extension extension) {
            return at(extension.at()).event(extension.event());
        }

        Said pause(Pause pause) {
            return at(pause.from()).until(pause.until()).why(pause.reason()).event(pause.event());
        }

        Said at(Instant moment) {
            at = moment;
            return this;
        }

        Said until(@Nullable Instant moment) {
            until = moment;
            return this;
        }

        Said day(@Nullable LocalDate one) {
            day = one;
            return this;
        }

        Said to(LocalDate other) {
            to = other;
            return this;
        }

        Said count(long so, String many) {
            number = so;
            unit = new Code(many);
            return this;
        }

        Said why(Enum<?> reason) {
            why = new Code(Kebab.of(reason));
            return this;
        }

        Said name(String holiday) {
            name = holiday.isEmpty() ? null : holiday;
            return this;
        }

        Said rule(Code code) {
            rule = code;
            return this;
        }

        Said event(UUID one) {
            event = one;
            return this;
        }

        ReckoningView.Step step() {
            return new ReckoningView.Step(step, at, until, day, to, number, unit, why, name, rule, event);
        }
    }
}
