package org.comity.query.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.ADMINISTRATOR;
import static org.comity.query.register.People.AUDITOR;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.SUPERVISOR_PT;
import static org.comity.query.register.People.by;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityAmended;
import org.comity.api.directory.AuthorityEvent.AuthorityConfirmed;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityDisconnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityEvent.AuthorityRetired;
import org.comity.api.directory.AuthorityEvent.SuccessorNamed;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.directory.ContactChannel;
import org.comity.api.directory.LanguageTag;
import org.comity.api.directory.OfficeHours;
import org.comity.api.directory.Opening;
import org.comity.api.directory.ZoneName;
import org.comity.api.view.AuthorityEntryView;
import org.comity.api.view.AuthoritySheetView;
import org.comity.query.directory.DirectoryRegister.Search;
import org.comity.query.page.Sheets;
import org.comity.query.projection.QueryNode;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryPagesTest {
    private static final LocalDate YEAR = LocalDate.parse("2026-01-01");
    private static final Search ALL = new Search(null, null, null, null);

    private final QueryNode node = new QueryNode().running();
    private final Sheets sheets = new Sheets(node.disclosure, node.directory, office -> List.of(), () -> QueryNode.NOW);
    private final PageTester pages = new PageTester(new DirectoryPages(node.directory, node.authorities, sheets));

    private final AuthorityId ministry = new AuthorityId(UUID.randomUUID());
    private final AuthorityId point = new AuthorityId(UUID.randomUUID());
    private final AuthorityId twin = new AuthorityId(UUID.randomUUID());
    private final AuthorityId court = new AuthorityId(UUID.randomUUID());

    @BeforeAll
    void histories() {
        happened(new AuthorityRegistered(
                ministry,
                AuthorityKind.CENTRAL_AUTHORITY,
                new StateCode("PT"),
                new Label("Ministry <b>of Justice</b>"),
                YEAR,
                details(),
                new Label("Declaration 12"),
                true));
        happened(new AuthorityConnected(ministry, YEAR));
        happened(new AuthorityAmended(
                ministry,
                new Label("Ministry of Law"),
                new AuthorityDetails(null, null, null, null, true, null),
                LocalDate.parse("2026-09-01"),
                new Label("renamed"),
                new Label("Official Journal 7")));
        happened(new AuthorityConfirmed(
                ministry,
                new Label("Permanent mission"),
                LocalDate.parse("2026-05-02"),
                new Code("note-verbale"),
                null));
        registered(point, AuthorityKind.CONTACT_POINT, "PT", "Contact point");
        registered(twin, AuthorityKind.CONTACT_POINT, "PT", "contact POINT");
        registered(court, AuthorityKind.EXECUTING_AUTHORITY, "CL", "Tribunal de Garantía");
        happened(new AuthorityConnected(court, YEAR));
        happened(new AuthorityDisconnected(court, LocalDate.parse("2026-04-01"), new Label("moved out")));
        happened(new SuccessorNamed(twin, point, LocalDate.parse("2026-05-01"), null));
        happened(new AuthorityRetired(twin, LocalDate.parse("2026-05-01"), new Label("merged")));
        node.caughtUp();
    }

    @AfterAll
    void close() {
        node.close();
    }

    private static AuthorityDetails details() {
        Map<LanguageTag, Label> names = new LinkedHashMap<>();
        names.put(new LanguageTag("pt"), new Label("Ministério da Justiça"));
        names.put(new LanguageTag("ar"), new Label("وزارة العدل"));
        return new AuthorityDetails(
                names,
                List.of(new ContactChannel(new Channel("e-mail"), new Label("mla@justice.example"), null, null)),
                List.of(new LanguageTag("pt"), new LanguageTag("fr")),
                new OfficeHours(
                        new ZoneName("Europe/Lisbon"),
                        List.of(new Opening(List.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(12, 0)))),
                null,
                List.of(new Code("mla-general")));
    }

    private void registered(AuthorityId id, AuthorityKind kind, String state, String name) {
        happened(new AuthorityRegistered(id, kind, new StateCode(state), new Label(name), YEAR));
    }

    private void happened(AuthorityEvent event) {
        Act act = by(ADMINISTRATOR, "2026-05-03T09:00:00Z");
        node.happened(
                event,
                new Act(
                        act.actor(),
                        null,
                        null,
                        null,
                        null,
                        node.sealed(event.id(), null, "between us"),
                        act.occurredAt(),
                        act.receivedAt()));
    }

    private List<AuthorityId> found(Search search) {
        return node.authorities.find(search).stream()
                .map(AuthorityEntryView::id)
                .toList();
    }

    private AuthoritySheetView entry(AuthorityId id, String day) {
        return node.authorities.find(id, CENTRAL_CL, day == null ? null : LocalDate.parse(day));
    }

    @Test
    void findsByStateKindConnectionAndAnyNameInAnyLanguage() {
        assertThat(found(ALL)).hasSize(4);
        assertThat(found(new Search(new StateCode("PT"), null, null, null))).hasSize(3);
        assertThat(found(new Search(null, AuthorityKind.EXECUTING_AUTHORITY, null, null)))
                .containsExactly(court);
        assertThat(found(new Search(null, null, "JUSTIÇA ministério", null))).containsExactly(ministry);
        assertThat(found(new Search(null, null, "العدل", null))).containsExactly(ministry);
        assertThat(found(new Search(null, null, "mla@justice", null))).containsExactly(ministry);
        assertThat(found(new Search(null, null, "100%", null))).isEmpty();
        assertThat(found(new Search(null, null, null, true))).containsExactly(ministry);
        assertThat(found(new Search(null, null, null, false))).hasSize(3);
    }

    @Test
    void saysWhatItSaysOnADay() {
        AuthoritySheetView today = entry(ministry, null);
        assertThat(today.name()).isEqualTo(new Label("Ministry <b>of Justice</b>"));
        assertThat(today.onDuty()).isNull();
        assertThat(today.changes()).hasSize(1);

        AuthoritySheetView autumn = entry(ministry, "2026-10-01");
        assertThat(autumn.name()).isEqualTo(new Label("Ministry of Law"));
        assertThat(autumn.reason()).isEqualTo(new Label("renamed"));
        assertThat(autumn.onDuty()).isTrue();
        assertThat(autumn.languages()).hasSize(2);
        assertThat(autumn.openNow()).as("of another day nobody knows the hour").isNull();
    }

    @Test
    void isOpenByTheClockOnItsWall() {
        // NOW is a Monday, 12:00 in UTC, 13:00 in Lisbon
        assertThat(entry(ministry, null).openNow()).isFalse();
        assertThat(entry(point, null).openNow()).isNull();
        assertThat(String.valueOf(entry(ministry, null).localTime())).isEqualTo("2026-06-01T13:00");
    }

    @Test
    void tellsFromWhenUntilWhenItActedHere() {
        assertThat(entry(court, "2026-03-31").connected()).isTrue();
        assertThat(entry(court, "2026-04-01").connected()).isFalse();
        assertThat(entry(court, null).connections()).hasSize(1);
    }

    @Test
    void warnsOfNamesakes() {
        assertThat(entry(point, null).namesakes()).extracting(one -> one.id()).containsExactly(twin);
        assertThat(entry(ministry, null).namesakes()).isEmpty();
    }

    @Test
    void isTheSameAfterARebuild() {
        List<AuthorityEntryView> before = node.authorities.find(ALL);
        node.rebuild.run(DirectoryRegister.NAME, state -> {});

        assertThat(node.authorities.find(ALL)).isEqualTo(before);
    }

    @Test
    void showsReasonsToItsOwnStateAndToWhoWatchesOnly() {
        assertThat(reasons(CENTRAL_PT)).isPositive();
        assertThat(reasons(AUDITOR)).isPositive();
        assertThat(reasons(ADMINISTRATOR)).isPositive();
        assertThat(reasons(CENTRAL_CL)).isZero();
    }

    private long reasons(Actor reader) {
        return node.authorities.history(ministry, reader).stream()
                .filter(one -> one.act().reason() != null)
                .count();
    }

    @Test
    void isUnknownIfThereIsNone() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> entry(new AuthorityId(UUID.randomUUID()), null))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "zh", "fr", "ru", "es"})
    void isShownInEveryLanguage(String language) throws Exception {
        for (String path : List.of(
                "",
                "?text=justice",
                "?state=CL&kind=executing-authority&connected=false",
                "?text=nowhere",
                "/" + ministry,
                "/" + ministry + "?on=2026-10-01",
                "/" + ministry + "?on=2020-01-01",
                "/" + ministry + "?done=amend-authority",
                "/" + point,
                "/" + twin,
                "/" + court,
                "/" + ministry + "/history",
                "/" + ministry + "/changes?since=0",
                "/new",
                "/" + ministry + "/amend-authority",
                "/" + ministry + "/confirm-authority",
                "/" + ministry + "/name-successor",
                "/" + ministry + "/connect-authority",
                "/" + ministry + "/disconnect-authority",
                "/" + ministry + "/retire-authority")) {
            var answer = pages.get("/authorities" + path, language, PageTester.as(SUPERVISOR_PT));
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .as(path)
                    .doesNotContain("??", "<b>of Justice</b>", "between <", "null");
        }
    }

    @Test
    void isNamedInTheReadersLanguageWhereTheEntryKnowsOne() throws Exception {
        assertThat(pages.get("/authorities/" + ministry, "ar").getContentAsString())
                .contains("<title>وزارة العدل", "dir=\"rtl\"");
        assertThat(pages.get("/authorities/" + ministry, "ru").getContentAsString())
                .contains("<title>Ministry");
    }

    @Test
    void theFormThatAmendsAnEntryBeginsWithWhatItSays() throws Exception {
        assertThat(pages.get("/authorities/" + ministry + "/amend-authority", "en", PageTester.as(SUPERVISOR_PT))
                        .getContentAsString())
                .contains("data-says=\"{", "Ministério da Justiça", "&quot;channels&quot;:[{");
        assertThat(pages.get("/authorities/" + ministry + "/confirm-authority", "en", PageTester.as(SUPERVISOR_PT))
                        .getContentAsString())
                .doesNotContain("data-says");
    }

    @Test
    void showsClosedCommandsWithRuleAndSource() throws Exception {
        String page = pages.get("/authorities/" + ministry, "en", PageTester.as(SUPERVISOR_PT))
                .getContentAsString();
        assertThat(page).contains("/amend-authority\"", "A07; practice", "The command connect-authority is for the");
        assertThat(page).doesNotContain(button("connect-authority"));

        String stranger = pages.get("/authorities/" + ministry, "en", PageTester.as(CENTRAL_CL))
                .getContentAsString();
        assertThat(stranger).contains("A02; practice").doesNotContain(button("amend-authority"));
    }

    /** What is open is a button; what is closed, a link beside the reason. */
    private String button(String command) {
        return "btn-quiet\" href=\"/authorities/" + ministry + "/" + command + "\"";
    }
}
