package org.comity.standalone.practice;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.Office;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.ContactChannel;
import org.comity.api.directory.LanguageTag;
import org.comity.api.directory.OfficeHours;
import org.comity.api.directory.Opening;
import org.comity.law.Table;

/**
 * An office that every State has in practice mode: its zone, working days and languages are those of the State, all else is
 * made up and says so.
 *
 * @param measures for which it is competent
 * @param names with a place for that of the State, by language; the first one is the one by which it is listed
 */
record PracticeOffice(PracticePost post, List<Code> measures, Map<LanguageTag, String> names) {
    /** The six official languages of the United Nations. */
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "ru", "zh");

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);
    private static final Label SOURCE = new Label("invented for practice");

    /** Every office takes requests in English too, so that any two can practice together. */
    private static final LanguageTag COMMON = new LanguageTag("en");

    /** The offices of each State, in the order of the posts; read when the directory is entered, and never again. */
    static List<PracticeOffice> all() {
        return PracticeTable.rows("offices.csv").stream()
                .map(PracticeOffice::of)
                .toList();
    }

    private static PracticeOffice of(Table.Row row) {
        var names = new LinkedHashMap<LanguageTag, String>();
        LANGUAGES.forEach(language -> names.put(new LanguageTag(language), row.get(language)));
        return new PracticeOffice(
                PracticePost.find(row.get("post")).orElseThrow(() -> row.wrong("post", "no such post")),
                row.list("measures", '|').stream().map(Code::new).toList(),
                names);
    }

    /** Its entry in the directory of a State. */
    AuthorityRegistered entry(PracticeState state, LocalDate since) {
        Office office = post.office(state.state());
        Map<LanguageTag, Label> named = named(state);
        return new AuthorityRegistered(
                office.id(),
                office.kind(),
                office.state(),
                named.values().iterator().next(),
                since,
                new AuthorityDetails(
                        named,
                        channels(state),
                        languages(state),
                        new OfficeHours(state.zone(), List.of(new Opening(state.workdays(), OPENS, CLOSES))),
                        post == PracticePost.CONTACT,
                        measures),
                SOURCE,
                true);
    }

    private Map<LanguageTag, Label> named(PracticeState state) {
        var named = new LinkedHashMap<LanguageTag, Label>();
        names.forEach((language, name) -> {
            String country =
                    Locale.of("", state.state().value()).getDisplayCountry(Locale.forLanguageTag(language.value()));
            named.put(language, new Label(name.formatted(country)));
        });
        return named;
    }

    /** Under names that RFC 2606 keeps free, so that nothing ever reaches anybody. */
    private List<ContactChannel> channels(PracticeState state) {
        String login = post.login(state.state());
        return List.of(
                channel("secure-electronic", "https://practice.example/" + login),
                channel("e-mail", login + "@practice.example"));
    }

    private static ContactChannel channel(String channel, String address) {
        return new ContactChannel(new Channel(channel), new Label(address), null, null);
    }

    private static List<LanguageTag> languages(PracticeState state) {
        var languages = new ArrayList<>(state.languages());
        languages.add(COMMON);
        return languages;
    }
}
