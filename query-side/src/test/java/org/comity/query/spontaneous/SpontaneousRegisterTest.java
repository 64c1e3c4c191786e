package org.comity.query.spontaneous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_JP;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.by;

import java.util.List;
import java.util.UUID;
import org.comity.api.Actor;
import org.comity.api.Channel;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.Person;
import org.comity.api.PersonRef;
import org.comity.api.Refused;
import org.comity.api.SpontaneousId;
import org.comity.api.StateCode;
import org.comity.api.spontaneous.SpontaneousContents;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousMaterial;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.api.spontaneous.SpontaneousView;
import org.comity.api.view.EntryView;
import org.comity.api.view.LinkView;
import org.comity.api.view.RequestFilter;
import org.comity.api.view.Side;
import org.comity.api.view.Turn;
import org.comity.api.view.WaitingOn;
import org.comity.query.page.RequestPages;
import org.comity.query.page.Sheets;
import org.comity.query.projection.QueryNode;
import org.comity.query.projection.Rebuild;
import org.comity.query.register.People;
import org.comity.query.register.Samples;
import org.comity.query.web.PageTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpontaneousRegisterTest {
    private static final String SUSPECT = "Armindo Saltao";
    private static final String NATURE = "Log-in records of a shop that sells stolen accounts";

    private final QueryNode node = new QueryNode().running();
    private final SpontaneousId id = new SpontaneousId(UUID.randomUUID());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anOfferWaitsForTheReceiverAndSaysItsNatureAlone() {
        offered(List.of("for this investigation only"));

        EntryView<SpontaneousStatus> theirs = find(CENTRAL_CL).getFirst();
        assertThat(theirs.status()).isEqualTo(SpontaneousStatus.OFFERED);
        assertThat(theirs.turn()).isEqualTo(Turn.REQUESTED);
        assertThat(theirs.waitingOn()).isEqualTo(WaitingOn.US);
        assertThat(theirs.role()).isEqualTo(Side.REQUESTED);
        SpontaneousView view = node.readings.find(node.spontaneous, id, CENTRAL_CL);
        assertThat(view.material()).isNull();
        assertThat(view.conditions()).extracting(one -> one.state().value()).containsExactly("proposed");
        assertThat(node.readings.history(node.spontaneous, id, CENTRAL_CL)).hasSize(1);
    }

    @Test
    void anOfferWithoutConditionsWaitsForTheSender() {
        offered(List.of());

        assertThat(find(CENTRAL_CL).getFirst().turn()).isEqualTo(Turn.REQUESTING);
    }

    @Test
    void isKnownToBothStatesAndToNoOther() {
        offered(List.of());

        assertThat(find(CENTRAL_PT)).hasSize(1);
        assertThat(find(CENTRAL_JP)).isEmpty();
        assertThatThrownBy(() -> node.readings.find(node.spontaneous, id, CENTRAL_JP))
                .isInstanceOf(Refused.class);
    }

    @Test
    void showsWhatWasSentToBothOnceItWasSent() {
        offered(List.of("for this investigation only"));
        node.happened(
                new SpontaneousEvent.ConditionsDeclined(id, node.sealed(id, null, "our law forbids it")),
                by(CENTRAL_CL, "2026-03-21T09:00:00Z"));
        sent();

        assertThat(find(CENTRAL_CL).getFirst().waitingOn()).isEqualTo(WaitingOn.US);
        for (Actor reader : List.of(CENTRAL_PT, CENTRAL_CL)) {
            SpontaneousView view = node.readings.find(node.spontaneous, id, reader);
            assertThat(view.material()).isNotNull();
            assertThat(view.conditions())
                    .extracting(one -> one.state().value())
                    .containsExactly("declined", "proposed");
            assertThat(view.head().references().requesting()).isEqualTo("PT-77/2026");
        }
    }

    @Test
    void isLinkedWithARequestFromBothSides() {
        var mla = Samples.mla();
        offered(List.of());
        sent();
        node.happened(Samples.drafted(node, mla, "Fraud"), by(CENTRAL_PT, "2026-03-23T09:00:00Z"));
        node.happened(new SpontaneousEvent.LinkedToRequest(id, mla), by(CENTRAL_CL, "2026-03-24T09:00:00Z"));
        node.caughtUp();

        assertThat(links(mla)).containsExactly("information " + id.reference());
        assertThat(node.readings.find(node.spontaneous, id, CENTRAL_PT).head().links())
                .extracting(LinkView::id)
                .containsExactly(mla.value());
        assertThat(node.readings.find(node.spontaneous, id, CENTRAL_CL).head().links())
                .as("the other side may not know of a draft")
                .isEmpty();
    }

    @Test
    void holdsNoPersonalValueAndIsTheSameWhenItIsRebuilt() {
        offered(List.of("for this investigation only"));
        sent();
        List<String> before = node.rows(node.spontaneousRegister);

        assertThat(node.rebuild.run(SpontaneousRegister.NAME, told -> {}).stage())
                .isEqualTo(Rebuild.Stage.DONE);

        assertThat(node.rows(node.spontaneousRegister)).isEqualTo(before).hasSize(1);
        assertThat(String.join("", before)).doesNotContain(SUSPECT).doesNotContain(NATURE);
    }

    @Test
    void aPageShowsTheNatureOpenedAndTheContentOnlyWhenItWasSent() throws Exception {
        var sheets = new Sheets(node.disclosure, node.directory, office -> List.of(), () -> QueryNode.NOW);
        var pages = new PageTester(new SpontaneousPages(
                node.spontaneous,
                node.spontaneousRegister,
                new RequestPages.Tools(node.readings, sheets, () -> QueryNode.NOW)));
        offered(List.of("for this investigation only"));

        String offer = page(pages, "/spontaneous-information/" + id);
        assertThat(offer)
                .contains(NATURE, "This is an offer", "Accept the conditions")
                .doesNotContain(SUSPECT);
        sent();
        assertThat(page(pages, "/spontaneous-information/" + id))
                .contains(SUSPECT, "What was sent", "PT-77/2026")
                .doesNotContain("This is an offer");
        assertThat(page(pages, "/spontaneous-information/new")).contains("data-command=\"offer\"");
        assertThat(page(pages, "/spontaneous-information/incoming")).contains("data-command=\"record-incoming\"");
        assertThat(page(pages, "/spontaneous-information")).contains(id.reference());
        for (String command : node.spontaneous.unborn().table().commands()) {
            if (!List.of("offer", "record-incoming").contains(command)) {
                var answer =
                        pages.get("/spontaneous-information/" + id + "/" + command, "en", PageTester.as(CENTRAL_CL));
                assertThat(answer.getStatus()).as(command).isIn(200, 404);
            }
        }
    }

    private static String page(PageTester pages, String path) throws Exception {
        var answer = pages.get(path, "en", PageTester.as(CENTRAL_CL));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private List<String> links(MlaRequestId mla) {
        return node.readings.find(node.mla, mla, CENTRAL_PT).head().links().stream()
                .map(link -> link.relation() + " " + link.reference())
                .toList();
    }

    private void offered(List<String> conditions) {
        node.happened(
                new SpontaneousEvent.InformationOffered(
                        id,
                        new SpontaneousContents(
                                new StateCode("PT"),
                                new StateCode("CL"),
                                List.of(new InstrumentId("ets-185")),
                                new Label("Illegal access"),
                                node.sealed(id, null, NATURE),
                                conditions.stream()
                                        .map(text -> node.sealed(id, null, text))
                                        .toList(),
                                false)),
                by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
        node.caughtUp();
    }

    private void sent() {
        node.happened(
                new SpontaneousEvent.InformationTransmitted(
                        id,
                        People.office("central-authority.cl").id(),
                        Channel.CONTACT_POINT_24_7,
                        new SpontaneousMaterial(
                                new Label("PT-77/2026"),
                                List.of(),
                                List.of(new Person(
                                        new PersonRef("P1"),
                                        new Code("suspect"),
                                        node.sealed(id, "P1", SUSPECT),
                                        null)),
                                List.of(),
                                List.of(node.sealed(id, null, "not as evidence")))),
                by(CENTRAL_PT, "2026-03-22T09:00:00Z"));
        node.caughtUp();
    }

    private List<EntryView<SpontaneousStatus>> find(Actor reader) {
        return node.spontaneousRegister
                .find(RequestFilter.<SpontaneousStatus>all(), reader)
                .items();
    }
}
