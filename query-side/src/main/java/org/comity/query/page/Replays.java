package org.comity.query.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.comity.api.Id;
import org.comity.api.Login;
import org.comity.api.Refused;
import org.comity.api.view.HistoryEntryView;
import org.comity.api.view.RequestView;
import org.comity.law.lifecycle.LifeRow;
import org.comity.query.register.Kind;
import org.comity.query.register.Moment;
import org.comity.query.register.Readings;
import org.comity.query.web.BadParameter;
import org.comity.query.web.Parameters;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;

/** Shows a request as it stood at any entry of its history, with the same fold and the same page as now. */
final class Replays {
    private final Readings readings;
    private final Sheets sheets;

    Replays(Readings readings, Sheets sheets) {
        this.readings = readings;
        this.sheets = sheets;
    }

    /**
     * A request as it stood, for its page.
     *
     * @param moment of which the page is
     */
    record Then(Sheet sheet, Replay replay, Moment moment) {}

    /** One request as one reader looks back at it. */
    private record Look<S extends Enum<S>, V extends RequestView<S>>(
            Kind<?, ?, S, V> kind, Id id, Login login, Wording words, List<HistoryEntryView> history) {
        String path() {
            return kind.path() + "/" + id;
        }

        String href(int stop, boolean corrected) {
            return path() + "?at=" + history.get(stop).sequence() + (corrected ? "&known=since" : "");
        }
    }

    /**
     * The request as it stood at the moment that the parameters name.
     *
     * @param at number of an entry, or an instant
     * @param known {@code then} or {@code since}
     * @param from number of the entry with which it is compared; else the one before
     * @throws Refused if there is none that the reader may know of
     * @throws BadParameter if there is no such moment for this reader
     */
    <S extends Enum<S>, V extends RequestView<S>> Then then(
            Kind<?, ?, S, V> kind,
            Id id,
            Login login,
            @Nullable String at,
            @Nullable String known,
            @Nullable String from,
            Wording words) {
        var look = new Look<>(kind, id, login, words, readings.history(kind, id, login.actor()));
        Moment named = Moment.of(at, known);
        int stop = stop(look.history(), named);
        boolean corrected = named.corrected();
        int earlier = from == null || from.isEmpty()
                ? stop - 1
                : stop(look.history(), new Moment(Parameters.whole("from", from, 0, 0), null, false));
        V view = view(look, stop, corrected);
        List<HistoryEntryView> until = look.history().subList(0, stop + 1);
        Sheet sheet = sheets.sheet(
                id,
                look.path(),
                view,
                view.head(),
                until,
                login.actor(),
                words,
                until.getLast().act().receivedAt());
        V before = earlier < 0 ? null : view(look, earlier, corrected);
        var replay = new Replay(
                stops(look, corrected),
                stop,
                sheet.history().getFirst(),
                source(kind, until.getLast(), before),
                earlier,
                before == null
                        ? List.of()
                        : sheets.difference(id, kind.name(), before, view, look.history(), login.actor(), words),
                corrections(look, stop),
                corrected,
                look.href(stop, !corrected),
                look.path());
        return new Then(sheet, replay, moment(look, stop, corrected));
    }

    /** The last entry that a moment includes. */
    private static int stop(List<HistoryEntryView> history, Moment moment) {
        int stop = -1;
        for (int i = 0; i < history.size(); i++) {
            HistoryEntryView entry = history.get(i);
            boolean there = moment.includes(entry.sequence(), entry.act().receivedAt());
            stop = there ? i : stop;
        }
        if (stop < 0) {
            throw Moment.notThere();
        }
        return stop;
    }

    private static Moment moment(Look<?, ?> look, int stop, boolean corrected) {
        return new Moment(look.history().get(stop).sequence(), null, corrected);
    }

    private <S extends Enum<S>, V extends RequestView<S>> V view(Look<S, V> look, int stop, boolean corrected) {
        return find(look.kind(), look, moment(look, stop, corrected));
    }

    private <S extends Enum<S>, V extends RequestView<S>> V find(
            Kind<?, ?, S, V> kind, Look<S, V> look, Moment moment) {
        return readings.find(kind, look.id(), look.login().actor(), moment);
    }

    private static List<Replay.Stop> stops(Look<?, ?> look, boolean corrected) {
        var stops = new ArrayList<Replay.Stop>();
        for (int i = 0; i < look.history().size(); i++) {
            HistoryEntryView entry = look.history().get(i);
            stops.add(new Replay.Stop(entry.sequence(), look.words().event(entry.event()), look.href(i, corrected)));
        }
        return stops;
    }

    private <S extends Enum<S>, V extends RequestView<S>> List<Difference> corrections(Look<S, V> look, int stop) {
        boolean later = look.history().stream().skip(stop + 1L).anyMatch(entry -> entry.event()
                .equals("EventCorrected"));
        return later
                ? sheets.difference(
                        look.id(),
                        look.kind().name(),
                        view(look, stop, false),
                        view(look, stop, true),
                        look.history(),
                        look.login().actor(),
                        look.words())
                : List.of();
    }

    /** The row of the life by which an entry came to be, and its source. */
    private static @Nullable String source(
            Kind<?, ?, ?, ?> kind, HistoryEntryView entry, @Nullable RequestView<?> before) {
        return kind.unborn().table().rowsOfEvent(entry.event()).stream()
                .min(Comparator.comparing(row ->
                        before != null && row.from().contains(before.head().status()) ? 0 : 1))
                .map(LifeRow::source)
                .orElse(null);
    }
}
