package org.comity.law.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.api.mla.MlaStatus.*;

import java.util.EnumSet;
import java.util.Set;
import org.comity.api.Kebab;
import org.comity.api.Refused;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.law.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTableTest {
    private static final String HEADER = "id,command,from,event,to,by,record,clocks,anchor,remark\n";
    private static final LifeTable<MlaStatus> MLA = LifeTable.read(
            "mla", "transitions-mla.csv", MlaStatus.class, MlaRequestCommand.class, MlaRequestEvent.class);

    @Test
    void bothTablesAreReadWhole() {
        var preservation = LifeTable.read(
                "preservation",
                "transitions-preservation.csv",
                PreservationStatus.class,
                PreservationCommand.class,
                PreservationEvent.class);
        assertThat(MLA.rows()).hasSameSizeAs(Table.read("transitions-mla.csv").rows());
        assertThat(preservation.rows())
                .hasSameSizeAs(Table.read("transitions-preservation.csv").rows());
        assertThat(preservation.commands()).doesNotContain("expire", "draft").contains("correct-event");
    }

    @Test
    void everyEventAndCommandOfTheFamilyHasARow() {
        for (Class<?> event : MlaRequestEvent.class.getPermittedSubclasses()) {
            if (!Set.of("Proposed", "ProposalDeclined").contains(event.getSimpleName())) {
                assertThat(MLA.rowOfEvent(event.getSimpleName())).isNotNull();
            }
        }
        for (Class<?> command : MlaRequestCommand.class.getPermittedSubclasses()) {
            if (!Set.of("confirm", "decline").contains(Kebab.of(command))) {
                assertThat(MLA.rows()).extracting(LifeRow::command).contains(Kebab.of(command));
            }
        }
    }

    @Test
    void theDigestOfAllTablesIsStable() {
        assertThat(Table.digestOfAll()).isEqualTo(Table.digestOfAll());
        assertThat(MLA.digest()).isEqualTo(Table.read("transitions-mla.csv").digest());
    }

    @ParameterizedTest(name = "{1} in column {0} stops with file and line")
    @CsvSource(
            delimiter = ';',
            value = {
                "from;unknown status sent-off;M01,approve,draft | sent-off,RequestApproved,approved,RCA,,,,",
                "from;unknown flag odd;M01,approve,draft[+odd],RequestApproved,approved,RCA,,,,",
                "to;unknown status gone;M01,approve,draft,RequestApproved,gone,RCA,,,,",
                "to;unknown status gone;M01,approve,draft,RequestApproved,?^|gone,RCA,,,,",
                "by;unknown role QCX;M01,approve,draft,RequestApproved,approved,RCA | QCX,,,,",
                "by;unknown condition late;M01,approve,draft,RequestApproved,approved,RCA[late],,,,",
                "command;unknown command aprove;M01,aprove,draft,RequestApproved,approved,RCA,,,,",
                "event;unknown event Approved;M01,approve,draft,Approved,approved,RCA,,,,"
            })
    void anUnknownWordStopsTheStart(String column, String what, String line) {
        var table = Table.parse("transitions-mla.csv", HEADER + line + "\n");
        assertThatThrownBy(() -> read(table))
                .isInstanceOf(Table.Wrong.class)
                .hasMessage("transitions-mla.csv line 2, column " + column + ": " + what);
    }

    @Test
    void aSecondRowOfTheSameIdStopsTheStart() {
        String row = "M01,approve,draft,RequestApproved,approved,RCA,,,,\n";
        assertThatThrownBy(() -> read(Table.parse("t.csv", HEADER + row + row)))
                .hasMessage("t.csv line 3, column id: second row M01");
    }

    @Test
    void aMissingColumnStopsTheStart() {
        assertThatThrownBy(() -> read(Table.parse("t.csv", "id,command\nM01,approve\n")))
                .hasMessage("t.csv line 2, column event: missing");
    }

    @Test
    void whoMayNotKnowIsToldNothingEvenInTheWrongStatus() {
        assertThat(refusal("approve", false, Set.of(Role.RCA), CLOSED).kind()).isEqualTo(Refused.Kind.UNKNOWN);
    }

    @Test
    void theWrongRoleIsRefusedBeforeTheWrongStatus() {
        Refused refused = refusal("acknowledge-receipt", true, Set.of(Role.RCA), CLOSED);
        assertThat(refused.kind()).isEqualTo(Refused.Kind.FORBIDDEN);
        assertThat(refused.code()).isEqualTo("mla.not-for-this-role");
        assertThat(refused.source()).isEqualTo("M08; eio 16(1), 12(3); ets-185 29(7)");
    }

    @Test
    void theWrongStatusIsRefusedWithThoseThatWouldDo() {
        Refused refused = refusal("transmit-evidence", true, Set.of(Role.QCA), ACCEPTED);
        assertThat(refused.code()).isEqualTo("mla.not-allowed-in-status");
        assertThat(refused.sentence())
                .isEqualTo("The status is accepted; the command transmit-evidence is open in in-execution, "
                        + "partially-executed, executed.");
    }

    @Test
    void aMissingFlagIsNamed() {
        assertThat(refusal("retransmit-evidence", true, Set.of(Role.QCA), EVIDENCE_TRANSMITTED)
                        .sentence())
                .contains("evidenceDisputed");
    }

    @Test
    void aSecondPersonRestrictsNobodyAndIsReported() {
        var open = MLA.judge("unseal", true, Set.of(Role.RCA), condition -> false, DRAFT, EnumSet.noneOf(Flag.class))
                .orRefuse();
        assertThat(open.row().id()).isEqualTo("M44b");
        assertThat(open.by().needsSecondPerson()).isTrue();
    }

    private static Refused refusal(String command, boolean known, Set<Role> roles, MlaStatus status) {
        var verdict = MLA.judge(command, known, roles, condition -> true, status, EnumSet.noneOf(Flag.class));
        assertThat(verdict).isInstanceOf(Verdict.Closed.class);
        return ((Verdict.Closed<MlaStatus>) verdict).why();
    }

    private static void read(Table table) {
        LifeTable.of("mla", table, MlaStatus.class, MlaRequestCommand.class, MlaRequestEvent.class);
    }
}
