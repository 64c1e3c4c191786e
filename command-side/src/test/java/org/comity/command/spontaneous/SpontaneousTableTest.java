package org.comity.command.spontaneous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.api.spontaneous.SpontaneousStatus.CONDITIONS_DECLINED;
import static org.comity.api.spontaneous.SpontaneousStatus.NONE;
import static org.comity.api.spontaneous.SpontaneousStatus.OFFERED;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.api.Kebab;
import org.comity.api.Refused;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.command.request.EmptyLists;
import org.comity.law.lifecycle.After;
import org.comity.law.lifecycle.Entitlement;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.Role;
import org.comity.law.lifecycle.SpontaneousLife;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table, obeyed and broken, on real histories. A new row without a sample fails here. */
class SpontaneousTableTest {
    private static final List<LifeRow<SpontaneousStatus>> ROWS = SpontaneousLife.TABLE.rows();

    /** Before the material is there, nobody is named who could be erased. */
    private static final Set<SpontaneousStatus> WITHOUT_MATERIAL =
            EnumSet.of(OFFERED, SpontaneousStatus.CONDITIONS_ACCEPTED, CONDITIONS_DECLINED);

    @Test
    void everyStatusHasAHistory() {
        for (SpontaneousStatus status : SpontaneousStatus.values()) {
            assertThat(Samples.reaching(status).status()).isEqualTo(status);
        }
    }

    /** Before the material has come there is nobody whom these could be about. */
    private static final Set<String> OF_A_PERSON =
            Set.of("erase-personal-data", "restrict-processing", "lift-restriction", "answer-person");

    @TestFactory
    Stream<DynamicTest> whoMayAndWhenMay() {
        return ROWS.stream().flatMap(row -> row.entitlements().stream().flatMap(by -> row.from().stream()
                .filter(status -> !OF_A_PERSON.contains(row.command()) || !WITHOUT_MATERIAL.contains(status))
                .map(status -> dynamicTest(
                        row.id() + ": " + by.role() + " may " + row.command() + " when " + Kebab.of(status),
                        () -> obeys(row, by, status)))));
    }

    @TestFactory
    Stream<DynamicTest> inAnotherStatusNobodyMay() {
        return ROWS.stream().flatMap(row -> Stream.of(SpontaneousStatus.values())
                .filter(status -> !row.from().contains(status) && status != NONE)
                .map(status -> dynamicTest(
                        row.id() + ": nobody may " + row.command() + " when " + Kebab.of(status),
                        () -> row.entitlements().forEach(by -> breaksStatus(row, by, status)))));
    }

    @TestFactory
    Stream<DynamicTest> anotherRoleMayNot() {
        return ROWS.stream().filter(row -> !row.creates()).flatMap(row -> Stream.of(
                        Role.SND, Role.RCV, Role.DPO, Role.ISA)
                .filter(role -> row.entitlements().stream().noneMatch(by -> by.role() == role))
                .map(role -> dynamicTest(
                        row.id() + ": " + role + " may not " + row.command(), () -> breaksRole(row, role))));
    }

    @TestFactory
    Stream<DynamicTest> whatMustNotBeEmptyIsMarked() {
        return ROWS.stream()
                .filter(row -> !row.bySystem())
                .map(row -> dynamicTest(row.id() + ": " + row.command(), () -> {
                    Entitlement by = row.entitlements().getFirst();
                    String login = login(by.role());
                    SpontaneousStatus status = row.from().stream()
                            .filter(from -> !OF_A_PERSON.contains(row.command()) || !WITHOUT_MATERIAL.contains(from))
                            .findFirst()
                            .orElseThrow();
                    Story before = Samples.ready(row.command(), status, login);
                    EmptyLists.areRefusedWhereTheyAreMarked(Samples.of(row.command(), before), before, login);
                }));
    }

    private static void obeys(LifeRow<SpontaneousStatus> row, Entitlement by, SpontaneousStatus status) {
        String login = login(by.role());
        Story before = Samples.ready(row.command(), status, login);
        SpontaneousCommand command = Samples.of(row.command(), before);
        Story after = before.as(login, command);
        if (by.needsSecondPerson()) {
            assertThat(after.last()).isInstanceOf(SpontaneousEvent.Proposed.class);
            assertThat(after.refusal(login, after.confirm(command)).code()).isEqualTo("spontaneous.same-person");
            String second = by.role() == Role.DPO ? "supervisor.pt" : login.replace(".", "-2.");
            after = after.as(second, after.confirm(command));
        }
        assertThat(after.last().getClass().getSimpleName()).isEqualTo(row.event());
        assertThat(after.status())
                .isEqualTo(row.to() instanceof After.To<SpontaneousStatus> to ? to.status() : before.status());
    }

    private static void breaksStatus(LifeRow<SpontaneousStatus> row, Entitlement by, SpontaneousStatus status) {
        Story story = Samples.reaching(status);
        Refused refused = story.refusal(login(by.role()), Samples.of(row.command(), story));
        assertThat(refused.code()).isEqualTo("spontaneous.not-allowed-in-status");
        assertThat(refused.source()).contains(row.id());
    }

    private static void breaksRole(LifeRow<SpontaneousStatus> row, Role role) {
        SpontaneousStatus status = row.from().iterator().next();
        Story story = Samples.reaching(status);
        Refused refused = story.refusal(only(role), Samples.of(row.command(), story));
        // An office of neither State learns nothing at all.
        assertThat(refused.code()).isEqualTo(role == Role.ISA ? "request.unknown" : "spontaneous.not-for-this-role");
    }

    private static String login(Role role) {
        return role == Role.SUP ? "supervisor.pt" : only(role);
    }

    private static String only(Role role) {
        return switch (role) {
            case SND -> Samples.SENDER;
            case RCV -> Samples.RECEIVER;
            case DPO -> "data-protection-officer.pt";
            case ISA -> "prosecutor.jp";
            case SYS -> "system";
            default -> throw new IllegalArgumentException("nobody acts as " + role);
        };
    }
}
