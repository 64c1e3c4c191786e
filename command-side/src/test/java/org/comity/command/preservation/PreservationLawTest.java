package org.comity.command.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.command.preservation.Samples.DUAL_CRIMINALITY;
import static org.comity.command.preservation.Samples.ID;
import static org.comity.command.preservation.Samples.NETWORK;
import static org.comity.command.preservation.Samples.TEXT;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.comity.api.Code;
import org.comity.api.ContentCode;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.LineItemId;
import org.comity.api.Personal;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.preservation.OffenceKind;
import org.comity.api.preservation.PreservationCommand.AcknowledgeReceipt;
import org.comity.api.preservation.PreservationCommand.Approve;
import org.comity.api.preservation.PreservationCommand.DiscloseTrafficPath;
import org.comity.api.preservation.PreservationCommand.Draft;
import org.comity.api.preservation.PreservationCommand.Refuse;
import org.comity.api.preservation.PreservationCommand.ReturnIncomplete;
import org.comity.api.preservation.PreservationCommand.Transmit;
import org.comity.api.preservation.PreservationEvent.PreservationApproved;
import org.comity.api.preservation.PreservationEvent.PreservationTransmitted;
import org.comity.api.preservation.PreservationStatus;
import org.comity.command.request.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreservationLawTest {
    private static final Approve APPROVE = new Approve(ID, null);

    @Test
    void isNeitherApprovedNorTransmittedBetweenStatesThatAreRecordedNotToBeBound() {
        Story drafted = Story.NONE.as("contact-point.us", draft("IE", OffenceKind.OF_THE_CONVENTION));
        assertThat(drafted.refusal("contact-point-2.us", APPROVE).code()).isEqualTo("treaty.not-bound");
    }

    @Test
    void keepsTheAnswerWithWhichItWasApprovedAndThatWithWhichItLeft() {
        Story sent = sent("CZ", null);
        var approved = (PreservationApproved) sent.facts().get(1).event();
        var transmitted = (PreservationTransmitted) sent.facts().get(2).event();
        assertThat(approved.relation().bases().getFirst().standing()).isEqualTo(new Code("bound"));
        assertThat(transmitted.relation()).isEqualTo(approved.relation());
        assertThat(transmitted.relation().on()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(transmitted.relation().bases().getFirst().facts())
                .anySatisfy(fact -> assertThat(fact.detail()).isEqualTo(new Label("cz-ets185-29-4")));
    }

    @Test
    void isNotApprovedWithoutTheItemsOfTheTreaty() {
        Draft bare = draft("CL", null, null, null, null, OffenceKind.OF_THE_CONVENTION);
        Refused refused = Story.NONE.as("contact-point.us", bare).refusal("contact-point-2.us", APPROVE);
        assertThat(refused.code()).isEqualTo("contents.missing");
        assertThat(refused.details().get("missing"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting(item -> String.valueOf(((Map<?, ?>) item).get("source")))
                .containsExactly("ets-185 29(2)(b)", "ets-185 29(2)(c)", "ets-185 29(2)(e)", "ets-185 29(2)(f)");
    }

    @Test
    void isSentBackByTheItemsOfTheTreaty() {
        Story received = received("CL", null);
        var necessity = new ReturnIncomplete(ID, List.of(new ContentCode("ets185-pres-necessity")), null, null);
        assertThat(received.as("contact-point.cl", necessity).status())
                .isEqualTo(PreservationStatus.RETURNED_INCOMPLETE);
        var other = new ReturnIncomplete(ID, List.of(new ContentCode("tcy-art31-reference")), null, null);
        assertThat(received.refusal("contact-point.cl", other).code()).isEqualTo("contents.for-another-kind");
    }

    @Test
    void maltaReservedNothingSoDualCriminalityIsNoGroundThereWhateverTheOffence() {
        for (OffenceKind said : new @Nullable OffenceKind[] {null, OffenceKind.OUTSIDE_THE_CONVENTION}) {
            Refused refused = received("MT", said)
                    .refusal("contact-point.mt", refuse(DUAL_CRIMINALITY, OffenceKind.OUTSIDE_THE_CONVENTION));
            assertThat(refused.code()).isEqualTo("ground.without-reservation");
            assertThat(refused.source()).isEqualTo("ets-185 29(4)");
        }
    }

    @Test
    void czechiaReservedItForOffencesThatTheConventionDoesNotDescribe() {
        Story silent = received("CZ", null);
        assertThat(silent.refusal("contact-point.cz", refuse(DUAL_CRIMINALITY, null))
                        .code())
                .isEqualTo("ground.for-other-offences");
        assertThat(silent.as("contact-point.cz", refuse(DUAL_CRIMINALITY, OffenceKind.OUTSIDE_THE_CONVENTION))
                        .status())
                .isEqualTo(PreservationStatus.REFUSED);
        assertThat(received("CZ", OffenceKind.OUTSIDE_THE_CONVENTION)
                        .as("contact-point.cz", refuse(DUAL_CRIMINALITY, null))
                        .status())
                .isEqualTo(PreservationStatus.REFUSED);
        assertThat(received("CZ", OffenceKind.OF_THE_CONVENTION)
                        .refusal("contact-point.cz", refuse(DUAL_CRIMINALITY, null))
                        .code())
                .isEqualTo("ground.for-other-offences");
    }

    @Test
    void pathDataAreWithheldOnTheGroundsOfTheirOwnArticle() {
        Story preserved = Histories.reaching(PreservationStatus.PRESERVED);
        var wrong = new DiscloseTrafficPath(ID, List.of(), List.of(Samples.POLITICAL));
        assertThat(preserved.refusal("contact-point.cl", wrong).code()).isEqualTo("ground.for-another-kind");
        var right =
                new DiscloseTrafficPath(ID, List.of(), List.of(new GroundCode("ets185-traffic-essential-interests")));
        assertThat(preserved.as("contact-point.cl", right).status()).isEqualTo(PreservationStatus.PRESERVED);
    }

    private static Story received(String to, @Nullable OffenceKind offence) {
        return sent(to, offence)
                .as("contact-point." + to.toLowerCase(Locale.ROOT), new AcknowledgeReceipt(ID, null, null));
    }

    private static Story sent(String to, @Nullable OffenceKind offence) {
        var there = People.authority("contact-point." + to.toLowerCase(Locale.ROOT));
        return Story.NONE
                .as("contact-point.us", draft(to, offence))
                .as("contact-point-2.us", APPROVE)
                .as("contact-point.us", new Transmit(ID, there, NETWORK));
    }

    private static Refuse refuse(GroundCode ground, @Nullable OffenceKind found) {
        return new Refuse(ID, List.of(ground), TEXT, null, found);
    }

    private static Draft draft(String to, @Nullable OffenceKind offence) {
        return draft(to, new Label("Unlicensed lottery"), TEXT, TEXT, LocalDate.parse("2026-04-01"), offence);
    }

    private static Draft draft(
            String to,
            @Nullable Label offence,
            @Nullable Personal facts,
            @Nullable Personal necessity,
            @Nullable LocalDate followUp,
            @Nullable OffenceKind kind) {
        return new Draft(
                ID,
                new StateCode("US"),
                new StateCode(to),
                List.of(new InstrumentId("ets-185")),
                Map.of(new LineItemId("L1"), new Code("traffic")),
                List.of(),
                List.of(),
                List.of(),
                offence,
                facts,
                null,
                null,
                false,
                false,
                false,
                null,
                null,
                List.of(),
                followUp,
                necessity,
                kind);
    }
}
