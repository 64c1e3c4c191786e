package org.comity.query.directory;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Office;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.SpokenForm;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.OfficeHours;
import org.comity.api.view.AuthorityEntryView;
import org.comity.api.view.AuthoritySheetView;
import org.comity.api.view.AuthoritySheetView.Change;
import org.comity.api.view.AuthoritySheetView.Confirmation;
import org.comity.api.view.AuthoritySheetView.Connection;
import org.comity.api.view.AuthoritySheetView.Successor;
import org.comity.api.view.AuthorityView;
import org.comity.api.view.HistoryEntryView;
import org.comity.law.directory.AuthorityLife;
import org.comity.law.directory.AuthorityLife.Entry;
import org.comity.law.directory.AuthorityLife.Period;
import org.comity.law.directory.AuthorityLife.Succession;
import org.comity.law.lifecycle.Possibility;
import org.comity.log.store.EventLog;
import org.comity.query.register.Histories;
import org.comity.query.register.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The entries of the directory: lists from the register, a single one folded from the log when it is asked for. */
@Component
public class Authorities {
    private final EventLog log;
    private final DirectoryRegister register;
    private final Histories histories;
    private final InstantSource worldClock;

    public Authorities(
            EventLog log,
            DirectoryRegister register,
            Histories histories,
            @Qualifier("worldClock") InstantSource worldClock) {
        this.log = log;
        this.register = register;
        this.histories = histories;
        this.worldClock = worldClock;
    }

    /** The entries that are looked for, as they are today. */
    List<AuthorityEntryView> find(DirectoryRegister.Search search) {
        Instant now = worldClock.instant();
        return register.find(search).stream().map(life -> entry(life, now)).toList();
    }

    private static AuthorityEntryView entry(AuthorityLife life, Instant now) {
        Office office = office(life);
        LocalDate today = day(now);
        Entry entry = life.onOrFirst(today);
        AuthorityDetails details = entry.details();
        return new AuthorityEntryView(
                office.id(),
                reference(office.id()),
                office.kind(),
                office.state(),
                life.status(),
                entry.name(),
                details.names() == null ? Map.of() : details.names(),
                life.connectedOn(today),
                details.onDuty(),
                isOpen(details, now),
                life.retiredOn(today),
                life.invented());
    }

    /**
     * One entry as it is on a day.
     *
     * @param asked the day; today if none is asked for
     * @throws Refused if there is no such authority
     */
    AuthoritySheetView find(AuthorityId id, Actor reader, @Nullable LocalDate asked) {
        AuthorityLife life = life(log.read(id.toString()));
        Office office = office(life);
        Instant now = worldClock.instant();
        LocalDate day = asked == null ? day(now) : asked;
        boolean today = day.equals(day(now));
        Entry entry = life.onOrFirst(day);
        AuthorityDetails details = entry.details();
        OfficeHours hours = details.hours();
        AuthorityLife.Confirmation confirmed = life.confirmation();
        return new AuthoritySheetView(
                id,
                reference(id),
                office.kind(),
                office.state(),
                life.status(),
                life.version(),
                day,
                life.validFrom(),
                entry.since(),
                entry.reason(),
                entry.source(),
                entry.name(),
                details.names() == null ? Map.of() : details.names(),
                orEmpty(details.channels()),
                orEmpty(details.languages()),
                hours,
                details.onDuty(),
                today ? isOpen(details, now) : null,
                today && hours != null ? hours.there(now).truncatedTo(ChronoUnit.MINUTES) : null,
                orEmpty(details.measures()),
                life.connectedOn(day),
                life.connection(day).map(Period::from).orElse(null),
                life.periods().stream()
                        .map(period -> new Connection(period.from(), period.until(), period.why()))
                        .toList(),
                confirmed == null
                        ? null
                        : new Confirmation(confirmed.by(), confirmed.on(), confirmed.how(), confirmed.source()),
                successor(life.succession()),
                life.retirement() == null ? null : life.retirement().from(),
                life.retirement() == null ? null : life.retirement().why(),
                life.after(day).stream()
                        .map(later ->
                                new Change(later.from(), later.name(), later.details(), later.reason(), later.source()))
                        .toList(),
                register.namesakes(office, entry.name()),
                life.invented(),
                Sights.commands(life.open(Act.by(reader, now))));
    }

    /**
     * Everything that happened to an entry.
     *
     * @throws Refused if there is no such authority
     */
    List<HistoryEntryView> history(AuthorityId id, Actor reader) {
        List<Recorded<?>> history = log.read(id.toString());
        return histories.open(history, office(life(history)).state(), reader);
    }

    /** What stands against somebody's entering an authority of the own State, or of any; nothing if it is open. */
    @Nullable
    String whyNotRegister(Actor actor) {
        // Who has no State is judged by the mandate alone, so any State will do.
        StateCode state =
                actor.office() == null ? new StateCode("AQ") : actor.office().state();
        return Possibility.of(
                        "register-authority",
                        AuthorityLife.NONE.allowsRegistration(state, Act.by(actor, worldClock.instant())))
                .why();
    }

    LocalDate today() {
        return day(worldClock.instant());
    }

    private @Nullable Successor successor(@Nullable Succession named) {
        if (named == null) {
            return null;
        }
        AuthorityView successor = register.named(List.of(named.successor())).get(named.successor());
        return successor == null ? null : new Successor(successor, named.from(), named.source());
    }

    private static AuthorityLife life(List<Recorded<?>> history) {
        AuthorityLife life = AuthorityLife.of(history);
        if (life.office() == null) {
            throw Refused.unknown();
        }
        return life;
    }

    private static Office office(AuthorityLife life) {
        return Objects.requireNonNull(life.office(), "an authority that is there was registered");
    }

    private static @Nullable Boolean isOpen(AuthorityDetails details, Instant now) {
        if (Boolean.TRUE.equals(details.onDuty())) {
            return true;
        }
        return details.hours() == null ? null : (Boolean) details.hours().areOpenAt(now);
    }

    private static String reference(AuthorityId id) {
        return SpokenForm.of('A', id.value());
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
