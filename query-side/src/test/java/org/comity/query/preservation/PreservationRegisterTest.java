package org.comity.query.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.query.register.People.CENTRAL_JP;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.POINT_CL;
import static org.comity.query.register.People.POINT_JP;
import static org.comity.query.register.People.POINT_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.COURIER;
import static org.comity.query.register.Samples.drafted;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.PreservationId;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.preservation.PreservationView;
import org.comity.api.view.EntryView;
import org.comity.api.view.ReckoningView;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.Turn;
import org.comity.law.Table;
import org.comity.query.projection.QueryNode;
import org.comity.query.projection.Rebuild;
import org.comity.query.register.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreservationRegisterTest {
    private static final Instant END = Instant.parse("2026-05-01T16:00:00Z");

    private final QueryNode node = new QueryNode().running();
    private final PreservationId id = Samples.preservation();
    private final MlaRequestId mla = Samples.mla();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void tellsWhenThePreservationEndsAndByWhichRule() {
        preserved();

        EntryView<PreservationStatus> entry = find(CENTRAL_PT).getFirst();
        assertThat(entry.status()).isEqualTo(PreservationStatus.PRESERVED);
        assertThat(entry.expiresAt()).isEqualTo(END);
        assertThat(entry.due()).isEqualTo(new Code("expiry"));
        assertThat(entry.turn()).isEqualTo(Turn.REQUESTING);
        assertThat(entry.references().provider()).isEqualTo("PA-77");
        ReckoningView.Item expiry = node.readings
                .deadlines(node.preservation, id, CENTRAL_PT)
                .items()
                .getFirst();
        assertThat(expiry.at()).isEqualTo(END);
        assertThat(expiry.rule()).isEqualTo("ets185-pres-minimum");
        assertThat(expiry.event())
                .isEqualTo(node.log.read(id.toString()).getLast().fact().eventId());
    }

    @Test
    void saysWhyThePreservationEndsOnThatDayByWhichLawAndHowWellThatIsFounded() {
        preserved();
        List<ReckoningView.Item> items =
                node.readings.deadlines(node.preservation, id, POINT_CL).items();

        ReckoningView.Item end = items.getFirst();
        assertThat(end.kind()).isEqualTo(new Code("expiry"));
        assertThat(end.phase()).as("by the clock of today").isEqualTo(new Code("missed"));
        assertThat(end.steps())
                .extracting(step -> step.step().value())
                .containsExactly("started", "doubtful", "counted");
        assertThat(end.steps().getFirst().event()).isEqualTo(end.event());
        assertThat(end.steps().getLast().number()).isEqualTo(60);
        assertThat(end.sequence()).isEqualTo(5);
        assertThat(end.law()).isNotNull().satisfies(law -> {
            assertThat(law.citation()).isEqualTo("ets-185 29(7)");
            assertThat(law.mark()).isEqualTo(new Code("sourced"));
            assertThat(law.verified()).isTrue();
            assertThat(law.sources()).isNotEmpty();
            assertThat(law.tables()).isEqualTo(Table.digestOfAll());
        });
        assertThat(items)
                .filteredOn(item -> item.kind().value().equals("warning"))
                .extracting(item -> String.valueOf(item.at()))
                .containsExactly(
                        "2026-04-17T16:00:00Z", "2026-04-24T16:00:00Z", "2026-04-28T16:00:00Z", "2026-04-30T16:00:00Z");
        assertThat(items)
                .filteredOn(item -> item.kind().value().equals("warning"))
                .allSatisfy(item -> assertThat(item.law().verified())
                        .as("a house rule from memory says so")
                        .isFalse());
    }

    @Test
    void aHoldStandsInThePlaceOfTheEndFromTheLegalReceiptOn() {
        preserved();
        node.happened(
                new PreservationEvent.FollowUpRequestLinked(id, mla, Instant.parse("2026-03-25T20:15:00Z")),
                Act.bySystem(Instant.parse("2026-03-26T14:00:00Z")));
        ReckoningView.Item end = node.readings.deadlines(node.preservation, id, POINT_CL).items().stream()
                .filter(item -> "ets185-pres-minimum".equals(item.rule()))
                .findFirst()
                .orElseThrow();

        assertThat(end.phase()).isEqualTo(new Code("held"));
        assertThat(end.at()).isNull();
        ReckoningView.Step hold = end.steps().getLast();
        assertThat(hold.step()).isEqualTo(new Code("held"));
        assertThat(hold.at()).isEqualTo(Instant.parse("2026-03-25T20:15:00Z"));
        assertThat(hold.rule()).isEqualTo(new Code("ets185-pres-hold-pending-mla"));
    }

    @Test
    void hasNoEndWhileAFollowUpRequestHoldsIt() {
        preserved();
        node.happened(
                new PreservationEvent.FollowUpRequestLinked(id, mla, Instant.parse("2026-03-25T20:15:00Z")),
                Act.bySystem(Instant.parse("2026-03-26T14:00:00Z")));
        node.caughtUp();

        assertThat(find(CENTRAL_PT).getFirst().expiresAt()).isNull();
        PreservationView view = node.readings.find(node.preservation, id, POINT_CL);
        assertThat(view.head().status()).isEqualTo(PreservationStatus.HELD_PENDING_MLA);
        assertThat(view.expiresAt()).isNull();
        assertThat(view.term()).isEqualTo(END);
        assertThat(view.heldFor()).extracting(PreservationView.Hold::request).containsExactly(mla);
        assertThat(view.head().deadlines()).isEmpty();
        assertThat(view.head().links())
                .as("a request that is not there is no link")
                .isEmpty();
    }

    @Test
    void findsByTheTicketOfTheProvider() {
        preserved();

        assertThat(node.preservationRegister.find(filter("pa-77"), CENTRAL_PT).items())
                .hasSize(1);
        assertThat(node.preservationRegister.find(filter("pa-78"), CENTRAL_PT).items())
                .isEmpty();
    }

    @Test
    void isKnownToTheStateThatItIsPassedOnToAndToNoOther() {
        sent();
        node.happened(
                new PreservationEvent.MisdirectionDeclared(
                        id, node.sealed(id, null, "no such provider here"), new StateCode("JP"), null),
                by(POINT_CL, "2026-03-02T13:00:00Z"));
        node.caughtUp();
        assertThat(find(POINT_JP)).isEmpty();

        node.happened(
                new PreservationEvent.PreservationForwarded(
                        id, POINT_JP.office().id(), null),
                by(POINT_CL, "2026-03-02T14:00:00Z"));
        node.caughtUp();

        assertThat(find(POINT_JP)).hasSize(1);
        assertThat(node.readings.find(node.preservation, id, POINT_JP).head().addressee())
                .isNull();
        assertThat(find(POINT_CL)).as("it passed through here").hasSize(1);
        for (Actor reader : List.of(POINT_JP, POINT_CL, POINT_PT)) {
            assertThat(node.readings.find(node.preservation, id, reader).head().id())
                    .isEqualTo(id);
        }
        boolean known = !find(CENTRAL_JP).isEmpty();
        if (known) {
            assertThat(node.readings
                            .find(node.preservation, id, CENTRAL_JP)
                            .head()
                            .id())
                    .isEqualTo(id);
        } else {
            assertThatThrownBy(() -> node.readings.find(node.preservation, id, CENTRAL_JP))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void isTheSameWhenItIsRebuilt() {
        preserved();
        List<String> before = node.rows(node.preservationRegister);

        assertThat(node.rebuild.run(PreservationRegister.NAME, told -> {}).stage())
                .isEqualTo(Rebuild.Stage.DONE);

        assertThat(node.rows(node.preservationRegister)).isEqualTo(before).hasSize(1);
    }

    private void sent() {
        node.happened(drafted(node, id, false), by(POINT_PT, "2026-03-02T09:10:00Z"));
        node.happened(
                new PreservationEvent.PreservationApproved(id, null, false, null),
                by(CENTRAL_PT, "2026-03-02T10:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationTransmitted(
                        id, POINT_CL.office().id(), COURIER, null),
                by(POINT_PT, "2026-03-02T10:05:00Z"));
        node.caughtUp();
    }

    private void preserved() {
        sent();
        node.happened(
                new PreservationEvent.PreservationReceiptAcknowledged(id, null, new Label("CL-5521")),
                by(POINT_CL, "2026-03-02T12:40:00Z"));
        node.happened(
                new PreservationEvent.PreservationOrdered(id, null, null, null, true),
                by(POINT_CL, "2026-03-02T15:00:00Z"));
        node.happened(
                new PreservationEvent.PreservationConfirmed(
                        id, null, List.of(), new Label("PA-77"), END, new Code("ets185-pres-minimum"), null),
                by(POINT_CL, "2026-03-02T16:00:00Z"));
        node.caughtUp();
    }

    private List<EntryView<PreservationStatus>> find(Actor reader) {
        return node.preservationRegister
                .find(RequestFilter.<PreservationStatus>all(), reader)
                .items();
    }

    private static RequestFilter<PreservationStatus> filter(String text) {
        return new RequestFilter<PreservationStatus>(Set.of(), null, null, null, null, text, false, 50, null);
    }
}
