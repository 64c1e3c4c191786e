package org.comity.command.mla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Kebab;
import org.comity.api.Mandate;
import org.comity.api.Refused;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.command.request.EmptyLists;
import org.comity.command.request.People;
import org.comity.law.lifecycle.After;
import org.comity.law.lifecycle.Condition;
import org.comity.law.lifecycle.Entitlement;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.law.lifecycle.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table, obeyed and broken, on real histories. A new row without a sample fails here. */
class MlaTableTest {
    private static final List<LifeRow<MlaStatus>> ROWS = MlaRequestLife.TABLE.rows();
    private static final Set<MlaStatus> BEFORE_TRANSMISSION = EnumSet.of(MlaStatus.DRAFT, MlaStatus.APPROVED);

    @Test
    void everyStatusHasAHistory() {
        for (MlaStatus status : MlaStatus.values()) {
            assertThat(Histories.reaching(status).status()).isEqualTo(status);
        }
    }

    @TestFactory
    Stream<DynamicTest> whoMayAndWhenMay() {
        return ROWS.stream().flatMap(row -> row.entitlements().stream().flatMap(by -> row.from().stream()
                .filter(status -> mayKnow(by.role(), status))
                .map(status -> dynamicTest(
                        row.id() + ": " + name(by) + " may " + row.command() + " when " + Kebab.of(status),
                        () -> obeys(row, by, status)))));
    }

    @TestFactory
    Stream<DynamicTest> inAnotherStatusNobodyMay() {
        return ROWS.stream().flatMap(row -> Stream.of(MlaStatus.values())
                .filter(status -> ROWS.stream()
                        .noneMatch(other -> other.command().equals(row.command())
                                && other.from().contains(status)))
                .map(status -> dynamicTest(
                        row.id() + ": nobody may " + row.command() + " when " + Kebab.of(status),
                        () -> row.entitlements().forEach(by -> breaksStatus(row, by, status)))));
    }

    @TestFactory
    Stream<DynamicTest> anotherRoleMayNot() {
        return ROWS.stream().flatMap(row -> Stream.of(Role.values())
                .filter(role -> row.entitlements().stream().noneMatch(by -> by.role() == role))
                .map(role -> dynamicTest(
                        row.id() + ": " + role + " may not " + row.command(), () -> breaksRole(row, role))));
    }

    @TestFactory
    Stream<DynamicTest> withoutTheConditionNobodyMay() {
        var tests = new ArrayList<DynamicTest>();
        for (LifeRow<MlaStatus> row : ROWS) {
            for (Entitlement by : row.entitlements()) {
                for (Condition condition : by.conditions()) {
                    tests.add(dynamicTest(
                            row.id() + ": " + by.role() + " may not " + row.command() + " without "
                                    + Kebab.of(condition),
                            () -> breaksCondition(row, by, condition)));
                }
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> withoutTheFlagNobodyMay() {
        return ROWS.stream()
                .filter(row -> row.flag() != null)
                .map(row -> dynamicTest(row.id() + ": nobody may " + row.command() + " without " + row.flag(), () -> {
                    Story story = Histories.reaching(row.from().iterator().next());
                    Refused refused = story.refusal(
                            Variant.login(row.entitlements().getFirst()),
                            Samples.of(row.command(), story, Variant.PLAIN));
                    assertThat(refused.code()).isEqualTo("mla.not-allowed-in-status");
                    assertThat(refused.sentence()).contains(String.valueOf(row.flag()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatMustNotBeEmptyIsMarked() {
        return ROWS.stream()
                .filter(row -> !row.bySystem())
                .map(row -> dynamicTest(row.id() + ": " + row.command(), () -> {
                    Entitlement by = row.entitlements().getFirst();
                    Variant variant = Variant.under(by);
                    String login = Variant.login(by);
                    MlaStatus status = row.from().stream()
                            .filter(from -> mayKnow(by.role(), from))
                            .findFirst()
                            .orElseThrow();
                    Story before = Histories.ready(row.command(), status, variant, login);
                    EmptyLists.areRefusedWhereTheyAreMarked(Samples.of(row.command(), before, variant), before, login);
                }));
    }

    private static void obeys(LifeRow<MlaStatus> row, Entitlement by, MlaStatus status) {
        Variant variant = Variant.under(by);
        String login = Variant.login(by);
        Story before = Histories.ready(row.command(), status, variant, login);
        MlaRequestCommand command = Samples.of(row.command(), before, variant);
        Story after = before.as(login, command);
        if (by.needsSecondPerson()) {
            assertThat(after.last()).isInstanceOf(MlaRequestEvent.Proposed.class);
            assertThat(after.status()).isEqualTo(before.status());
            after = after.as(Variant.second(login), after.confirm(command));
        }
        assertThat(after.last().getClass().getSimpleName()).isEqualTo(row.event());
        assertThat(after.status()).isEqualTo(expected(row, by, before));
    }

    private static MlaStatus expected(LifeRow<MlaStatus> row, Entitlement by, Story before) {
        if (row.command().equals("close") && by.role() == Role.QCA) {
            return before.status();
        }
        return switch (row.to()) {
            case After.To<MlaStatus> to -> to.status();
            case After.Unchanged<MlaStatus> same -> before.status();
            case After.Back<MlaStatus> back -> MlaStatus.ACKNOWLEDGED;
            case After.Chosen<MlaStatus> chosen -> MlaStatus.ACKNOWLEDGED;
            case After.Computed<MlaStatus> computed ->
                switch (row.command()) {
                    case "transmit-evidence" ->
                        before.status() == MlaStatus.EXECUTED
                                ? MlaStatus.EVIDENCE_TRANSMITTED
                                : MlaStatus.PARTIALLY_EXECUTED;
                    case "confirm-evidence-receipt" ->
                        before.status() == MlaStatus.EVIDENCE_TRANSMITTED
                                ? MlaStatus.RECEIPT_CONFIRMED
                                : MlaStatus.PARTIALLY_EXECUTED;
                    case "withdraw" -> MlaStatus.WITHDRAWN;
                    case "correct-event" -> before.status();
                    default -> throw new IllegalArgumentException("say what " + row.command() + " computes");
                };
        };
    }

    private static void breaksStatus(LifeRow<MlaStatus> row, Entitlement by, MlaStatus status) {
        Variant variant = Variant.under(by);
        Story story = Histories.reaching(status, variant);
        Refused refused = story.refusal(Variant.login(by), Samples.of(row.command(), story, variant));
        if (by.conditions().contains(Condition.VIA_24_7)
                && BEFORE_TRANSMISSION.contains(status)
                && mayKnow(by.role(), status)) {
            assertThat(refused.code()).as("it travels by no channel yet").isEqualTo("mla.not-for-this-role");
        } else if (mayKnow(by.role(), status) && status != MlaStatus.NONE) {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused.code()).isEqualTo("mla.not-allowed-in-status");
            assertThat(refused.sentence()).contains(Kebab.of(status));
            assertThat(refused.source()).contains(row.id());
        } else {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.UNKNOWN);
        }
    }

    private static void breaksRole(LifeRow<MlaStatus> row, Role role) {
        MlaStatus status = row.from().stream()
                .filter(from -> !BEFORE_TRANSMISSION.contains(from))
                .findFirst()
                .orElse(row.from().iterator().next());
        Story story = Histories.reaching(status);
        Refused refused = story.refusal(only(role, story), Samples.of(row.command(), story, Variant.PLAIN));
        boolean stranger = role == Role.SND || role == Role.RCV || role == Role.ADM;
        if (status != MlaStatus.NONE && (stranger || !mayKnow(role, status))) {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.UNKNOWN);
        } else {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.FORBIDDEN);
            assertThat(refused.code()).isEqualTo("mla.not-for-this-role");
        }
    }

    private static void breaksCondition(LifeRow<MlaStatus> row, Entitlement by, Condition condition) {
        String login = Variant.login(by);
        MlaStatus status = row.from().stream()
                .filter(from -> mayKnow(by.role(), from))
                .findFirst()
                .orElseThrow();
        if (condition == Condition.SECOND_PERSON) {
            Variant variant = Variant.under(by);
            Story story = Histories.ready(row.command(), status, variant, login);
            MlaRequestCommand command = Samples.of(row.command(), story, variant);
            Story proposed = story.as(login, command);
            assertThat(proposed.refusal(login, proposed.confirm(command)).code())
                    .isEqualTo("mla.same-person");
            return;
        }
        Variant variant = Variant.under(by).without(condition);
        Story story = condition == Condition.NOT_SEALER
                ? Histories.reaching(status, variant).as(login, Samples.seal(login, Variant.second(login)))
                : Histories.reaching(status, variant);
        String broken = condition == Condition.SUPERVISOR ? Variant.login(by.role()) : login;
        Refused refused = story.refusal(broken, Samples.of(row.command(), story, variant));
        assertThat(refused.code()).isEqualTo("mla.not-for-this-role");
        assertThat(refused.source()).contains(row.id());
    }

    /** The act of somebody who has this role and no other. */
    private static Act only(Role role, Story story) {
        if (role == Role.SUP) {
            var supervisor = new Actor(
                    People.person("supervisor.pt"), Mandate.SUPERVISOR, People.office("executing-authority.pt"));
            return Act.by(supervisor, story.now());
        }
        return People.act(Variant.login(role), story.now());
    }

    private static boolean mayKnow(Role role, MlaStatus status) {
        return !(Variant.isOfRequestedSide(role) && BEFORE_TRANSMISSION.contains(status));
    }

    private static String name(Entitlement by) {
        return by.conditions().isEmpty()
                ? by.role().name()
                : by.role()
                        + by.conditions().stream().map(Kebab::of).sorted().collect(Collectors.joining(",", "[", "]"));
    }
}
