package org.comity.query.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.query.register.People.ADMINISTRATOR;
import static org.comity.query.register.People.AUDITOR;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_JP;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.PROSECUTOR_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.NAME;
import static org.comity.query.register.Samples.drafted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.api.Actor;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.view.EntryView;
import org.comity.api.view.Page;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.Side;
import org.comity.api.view.Turn;
import org.comity.api.view.WaitingOn;
import org.comity.query.projection.QueryNode;
import org.comity.query.projection.Rebuild;
import org.comity.query.register.Census;
import org.comity.query.register.People;
import org.comity.query.web.BadParameter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MlaRegisterTest {
    private static final RequestFilter<MlaStatus> ALL = RequestFilter.all();

    private final QueryNode node = new QueryNode().running();
    private final MlaRequestId sent = new MlaRequestId(UUID.randomUUID());
    private final MlaRequestId draft = new MlaRequestId(UUID.randomUUID());
    private final MlaRequestId hidden = new MlaRequestId(UUID.randomUUID());

    @BeforeAll
    void histories() {
        node.happened(drafted(node, sent, "Phishing with a kit"), by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));
        node.happened(new MlaRequestEvent.RequestApproved(sent, null, null), by(CENTRAL_PT, "2026-03-23T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(
                        sent, People.office("central-authority.cl").id(), new Channel("courier")),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        node.happened(
                new MlaRequestEvent.ReceiptAcknowledged(
                        sent, Instant.parse("2026-03-25T20:15:00Z"), new Label("CL-5521/2026")),
                by(CENTRAL_CL, "2026-03-26T14:00:00Z"));
        node.happened(
                new MlaRequestEvent.AdditionalInformationRequested(
                        sent,
                        1,
                        List.of(node.sealed(sent, null, NAME)),
                        List.of(),
                        LocalDate.parse("2026-06-10"),
                        true),
                by(CENTRAL_CL, "2026-03-27T14:00:00Z"));
        node.happened(drafted(node, draft, "Fraud"), by(CENTRAL_PT, "2026-03-28T09:00:00Z"));
        node.happened(drafted(node, hidden, "Corruption"), by(PROSECUTOR_PT, "2026-03-29T09:00:00Z"));
        node.happened(new MlaRequestEvent.RequestApproved(hidden, null, null), by(CENTRAL_PT, "2026-03-29T10:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(
                        hidden, People.office("central-authority.cl").id(), new Channel("courier")),
                by(CENTRAL_PT, "2026-03-29T11:00:00Z"));
        node.happened(
                new MlaRequestEvent.RequestSealed(
                        hidden, null, List.of(CENTRAL_CL.person()), null, node.sealed(hidden, null, NAME)),
                by(PROSECUTOR_PT, "2026-03-29T12:00:00Z"));
        node.caughtUp();
    }

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void theCensusCountsByStatusAndLeavesSealedRequestsOut() {
        assertThat(node.mlaRegister.census())
                .as("the sealed one was sent and never acknowledged")
                .isEqualTo(new Census(Map.of("information-requested", 1L, "draft", 1L), null));
    }

    @Test
    void showsTheRequestingSideWhatItDrafted() {
        assertThat(ids(PROSECUTOR_PT, ALL)).containsExactly(hidden, draft, sent);
    }

    @Test
    void showsTheRequestedSideNothingBeforeItWasSent() {
        assertThat(ids(CENTRAL_CL, ALL)).containsExactly(hidden, sent);
    }

    @Test
    void hidesASealedRequestFromAllButItsReaders() {
        assertThat(ids(CENTRAL_PT, ALL)).containsExactly(draft, sent);
        assertThat(ids(People.COURT_CL, ALL)).containsExactly(sent);
        assertThat(ids(AUDITOR, ALL)).containsExactly(draft, sent);
    }

    @Test
    void showsStrangersAndAdministratorsNothing() {
        assertThat(ids(CENTRAL_JP, ALL)).isEmpty();
        assertThat(ids(ADMINISTRATOR, ALL)).isEmpty();
    }

    @Test
    void tellsWhoseTurnItIsAndWhatFallsDue() {
        EntryView<MlaStatus> ours = entry(CENTRAL_PT, sent);
        assertThat(ours.status()).isEqualTo(MlaStatus.INFORMATION_REQUESTED);
        assertThat(ours.turn()).isEqualTo(Turn.REQUESTING);
        assertThat(ours.waitingOn()).isEqualTo(WaitingOn.US);
        assertThat(ours.role()).isEqualTo(Side.REQUESTING);
        assertThat(ours.dueAt()).isEqualTo(Instant.parse("2026-06-11T00:00:00Z"));
        assertThat(ours.due()).isEqualTo(new Code("answer"));
        assertThat(ours.flags()).contains("clockPaused");
        assertThat(ours.references().requested()).isEqualTo("CL-5521/2026");
        assertThat(entry(CENTRAL_CL, sent).waitingOn()).isEqualTo(WaitingOn.THEM);
    }

    @Test
    void narrowsByEveryFilter() {
        assertThat(ids(CENTRAL_PT, filter(Set.of(MlaStatus.DRAFT), null, null, null, null, null, false)))
                .containsExactly(draft);
        assertThat(ids(CENTRAL_PT, filter(Set.of(), "CL", null, null, null, null, false)))
                .containsExactly(draft, sent);
        assertThat(ids(CENTRAL_PT, filter(Set.of(), "JP", null, null, null, null, false)))
                .isEmpty();
        assertThat(ids(CENTRAL_PT, filter(Set.of(), null, Side.REQUESTED, null, null, null, false)))
                .isEmpty();
        assertThat(ids(CENTRAL_CL, filter(Set.of(), null, Side.REQUESTED, WaitingOn.THEM, null, null, false)))
                .containsExactly(sent);
        assertThat(ids(CENTRAL_CL, filter(Set.of(), null, null, WaitingOn.US, null, null, false)))
                .containsExactly(hidden);
        assertThat(ids(CENTRAL_PT, filter(Set.of(), null, null, null, "2026-06-12T00:00:00Z", null, false)))
                .containsExactly(sent);
        assertThat(ids(CENTRAL_PT, filter(Set.of(), null, null, null, "2026-06-11T00:00:00Z", null, false)))
                .isEmpty();
        assertThat(ids(PROSECUTOR_PT, filter(Set.of(), null, null, null, null, null, true)))
                .containsExactly(hidden, sent);
        assertThat(ids(AUDITOR, filter(Set.of(), "CL", null, null, null, "fraud", false)))
                .containsExactly(draft);
    }

    @Test
    void findsByBeginningsOfWordsAndByTheSpokenForm() {
        for (String text : List.of(
                "phish",
                "KIT phishing",
                "cl-5521",
                "5521/2026",
                "cl55212026",
                "CL5521 2026",
                sent.toString(),
                sent.toString().toUpperCase(Locale.ROOT),
                mistyped(sent.reference()),
                sent.reference(),
                sent.reference().replace("-", "").toLowerCase(Locale.ROOT))) {
            assertThat(ids(CENTRAL_PT, filter(Set.of(), null, null, null, null, text, false)))
                    .as(text)
                    .containsExactly(sent);
        }
        for (String text : List.of(
                "hishing",
                "%",
                "_",
                "phishing murder",
                NAME,
                hidden.reference(),
                mistyped(hidden.reference()),
                hidden.toString())) {
            assertThat(ids(CENTRAL_PT, filter(Set.of(), null, null, null, null, text, false)))
                    .as(text)
                    .isEmpty();
        }
    }

    /** With the last digit wrong. */
    private static String mistyped(String reference) {
        int at = reference.length() - 3;
        return reference.substring(0, at) + (reference.charAt(at) == '7' ? '8' : '7') + reference.substring(at + 1);
    }

    @Test
    void pagesStayWhereTheyAreWhileRequestsCome() {
        try (var fresh = new QueryNode().running()) {
            var expected = new ArrayList<MlaRequestId>();
            for (int i = 0; i < 7; i++) {
                var id = new MlaRequestId(UUID.randomUUID());
                expected.addFirst(id);
                fresh.happened(drafted(fresh, id, "Fraud"), by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
            }
            fresh.caughtUp();
            Page<EntryView<MlaStatus>> first = fresh.mlaRegister.find(page(3, null), CENTRAL_PT);
            fresh.happened(
                    drafted(fresh, new MlaRequestId(UUID.randomUUID()), "Late"),
                    by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
            fresh.caughtUp();
            Page<EntryView<MlaStatus>> second = fresh.mlaRegister.find(page(3, first.next()), CENTRAL_PT);
            Page<EntryView<MlaStatus>> third = fresh.mlaRegister.find(page(3, second.next()), CENTRAL_PT);

            var all = new ArrayList<MlaRequestId>();
            for (var some : List.of(first, second, third)) {
                some.items().forEach(entry -> all.add(new MlaRequestId(entry.id())));
            }
            // recorded in the same microsecond or not: an order of their own, none twice, none left out
            assertThat(all).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(third.next()).isNull();
        }
    }

    @Test
    void refusesACursorThatIsNotItsOwn() {
        for (String cursor : List.of("", "x", "AAAA", "!!!!", "A".repeat(34))) {
            assertThatThrownBy(() -> node.mlaRegister.find(page(3, cursor), CENTRAL_PT))
                    .as(cursor)
                    .isInstanceOf(BadParameter.class);
        }
    }

    @Test
    void isTheSameWhenItIsRebuilt() {
        List<String> before = node.rows(node.mlaRegister);
        var slot = node.progress.slot(MlaRegister.NAME);

        Rebuild.State state = node.rebuild.run(MlaRegister.NAME, told -> {});

        assertThat(state.stage()).isEqualTo(Rebuild.Stage.DONE);
        assertThat(state.position()).isEqualTo(node.log.end().position());
        assertThat(node.progress.slot(MlaRegister.NAME)).isNotEqualTo(slot);
        assertThat(node.rows(node.mlaRegister)).isEqualTo(before).hasSize(3);
    }

    @Test
    void isCarriedOnAfterARebuild() {
        node.rebuild.run(MlaRegister.NAME, told -> {});
        node.happened(
                new MlaRequestEvent.LegalHoldPlaced(draft, null, List.of(), null),
                by(CENTRAL_PT, "2026-04-01T09:00:00Z"));
        node.caughtUp();

        assertThat(entry(CENTRAL_PT, draft).version())
                .isEqualTo(node.log.lastSequence(draft.toString()).orElseThrow());
    }

    @Test
    void tellsTheOtherSideNothingOfWhatASideDoesForItself() {
        var before = entry(CENTRAL_CL, sent);
        node.happened(
                new MlaRequestEvent.NoteAdded(sent, node.sealed(sent, null, "x")),
                by(CENTRAL_PT, "2026-04-01T09:00:00Z"));
        node.caughtUp();

        assertThat(entry(CENTRAL_CL, sent)).as("neither a version nor a moment").isEqualTo(before);
    }

    @Test
    void tellsOnlyItsOwnSideWhenARequestBeganToBeWritten() {
        assertThat(entry(CENTRAL_PT, sent).createdAt()).isNotNull();
        assertThat(entry(CENTRAL_CL, sent).createdAt()).isNull();
    }

    @Test
    void holdsNoPersonalValueSealedOrNot() {
        String everything = String.join("\n", node.rows(node.mlaRegister));

        assertThat(everything).doesNotContain("Saltão", "suspect@example.org");
        node.log.read(sent.toString()).stream()
                .map(recorded -> recorded.event())
                .filter(MlaRequestEvent.RequestDrafted.class::isInstance)
                .map(MlaRequestEvent.RequestDrafted.class::cast)
                .forEach(event -> assertThat(everything)
                        .doesNotContain(
                                event.contents().persons().getFirst().name().sealed()));
        assertThat(JdbcClient.create(node.dataSource)
                        .sql("select count(*) from query.mla_register_0 t where t::text like '%Salt%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void answersAStrangerAsIfThereWereNone() {
        var nothing = new MlaRequestId(UUID.randomUUID());
        for (Actor stranger : List.of(CENTRAL_JP, ADMINISTRATOR)) {
            assertThatThrownBy(() -> node.readings.find(node.mla, sent, stranger))
                    .isInstanceOf(Refused.class)
                    .hasMessage(refusal(nothing, stranger));
        }
        assertThatThrownBy(() -> node.readings.find(node.mla, hidden, CENTRAL_PT))
                .isInstanceOf(Refused.class)
                .hasMessage(refusal(nothing, CENTRAL_PT));
        assertThatThrownBy(() -> node.readings.history(node.mla, draft, CENTRAL_CL))
                .isInstanceOf(Refused.class);
    }

    private String refusal(MlaRequestId id, Actor actor) {
        try {
            node.readings.find(node.mla, id, actor);
            return "found";
        } catch (Refused refused) {
            return refused.sentence();
        }
    }

    private List<MlaRequestId> ids(Actor reader, RequestFilter<MlaStatus> filter) {
        return node.mlaRegister.find(filter, reader).items().stream()
                .map(entry -> new MlaRequestId(entry.id()))
                .toList();
    }

    private EntryView<MlaStatus> entry(Actor reader, MlaRequestId id) {
        return node.mlaRegister.find(ALL, reader).items().stream()
                .filter(one -> one.id().equals(id.value()))
                .findFirst()
                .orElseThrow();
    }

    private static RequestFilter<MlaStatus> page(int size, String cursor) {
        return new RequestFilter<MlaStatus>(Set.of(), null, null, null, null, null, false, size, cursor);
    }

    private static RequestFilter<MlaStatus> filter(
            Set<MlaStatus> status,
            String state,
            Side role,
            WaitingOn waitingOn,
            String dueBefore,
            String text,
            boolean mine) {
        return new RequestFilter<>(
                status,
                state == null ? null : new StateCode(state),
                role,
                waitingOn,
                dueBefore == null ? null : Instant.parse(dueBefore),
                text,
                mine,
                50,
                null);
    }
}
