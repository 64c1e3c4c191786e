package org.comity.command.preservation;

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
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationCommand.ConfirmPreservation;
import org.comity.api.preservation.PreservationCommand.RejudgeFollowUp;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationScope;
import org.comity.api.preservation.PreservationStatus;
import org.comity.command.request.EmptyLists;
import org.comity.command.request.People;
import org.comity.law.lifecycle.After;
import org.comity.law.lifecycle.Condition;
import org.comity.law.lifecycle.Entitlement;
import org.comity.law.lifecycle.LifeRow;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.law.lifecycle.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the table, obeyed and broken, on real histories. A new row without a sample fails here. */
class PreservationTableTest {
    private static final List<LifeRow<PreservationStatus>> ROWS = PreservationLife.TABLE.rows();
    private static final Set<PreservationStatus> BEFORE_TRANSMISSION =
            EnumSet.of(PreservationStatus.DRAFT, PreservationStatus.APPROVED);

    @Test
    void everyStatusHasAHistory() {
        for (PreservationStatus status : PreservationStatus.values()) {
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
        return ROWS.stream().filter(row -> !row.bySystem()).flatMap(row -> Stream.of(PreservationStatus.values())
                .filter(status -> ROWS.stream()
                        .noneMatch(other -> other.command().equals(row.command())
                                && !other.bySystem()
                                && other.from().contains(status)))
                .map(status -> dynamicTest(
                        row.id() + ": nobody may " + row.command() + " when " + Kebab.of(status),
                        () -> row.entitlements().forEach(by -> breaksStatus(row, by, status)))));
    }

    @TestFactory
    Stream<DynamicTest> whatHappensByItselfHappensInNoOtherStatus() {
        return ROWS.stream().filter(LifeRow::bySystem).flatMap(row -> Stream.of(PreservationStatus.values())
                .filter(status -> status != PreservationStatus.NONE
                        && ROWS.stream()
                                .noneMatch(other -> other.bySystem()
                                        && sameOccasion(other, row)
                                        && other.from().contains(status)))
                .map(status -> dynamicTest(
                        row.id() + ": no " + row.command() + " by itself when " + Kebab.of(status),
                        () -> assertThat(Histories.reaching(status)
                                        .at(Samples.END)
                                        .answer("system", sample(row)))
                                .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> anotherRoleMayNot() {
        return ROWS.stream().flatMap(row -> Stream.of(Role.values())
                .filter(role -> ROWS.stream()
                        .filter(other -> other.command().equals(row.command()))
                        .flatMap(other -> other.entitlements().stream())
                        .noneMatch(by -> by.role() == role))
                .map(role -> dynamicTest(
                        row.id() + ": " + role + " may not " + row.command(), () -> breaksRole(row, role))));
    }

    @TestFactory
    Stream<DynamicTest> withoutTheConditionNobodyMay() {
        var tests = new ArrayList<DynamicTest>();
        for (LifeRow<PreservationStatus> row : ROWS) {
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
    Stream<DynamicTest> whatMustNotBeEmptyIsMarked() {
        return ROWS.stream()
                .filter(row -> !row.bySystem())
                .map(row -> dynamicTest(row.id() + ": " + row.command(), () -> {
                    Entitlement by = row.entitlements().getFirst();
                    Variant variant = Variant.under(by);
                    String login = Variant.login(by.role());
                    PreservationStatus status = row.from().stream()
                            .filter(from -> mayKnow(by.role(), from))
                            .findFirst()
                            .orElseThrow();
                    Story before = Histories.ready(row.command(), status, variant, login);
                    EmptyLists.areRefusedWhereTheyAreMarked(sample(row, before, variant), before, login);
                }));
    }

    private static void obeys(LifeRow<PreservationStatus> row, Entitlement by, PreservationStatus status) {
        Variant variant = Variant.under(by);
        String login = Variant.login(by.role());
        Story before = Histories.ready(row.command(), status, variant, login);
        PreservationCommand command = row.bySystem() ? sample(row) : sample(row, before, variant);
        Story after = before.as(login, command);
        if (by.needsSecondPerson()) {
            assertThat(after.last()).isInstanceOf(PreservationEvent.Proposed.class);
            assertThat(after.status()).isEqualTo(before.status());
            after = after.as(Variant.second(login), after.confirm(command));
        }
        assertThat(after.last().getClass().getSimpleName()).isEqualTo(row.event());
        assertThat(after.status()).isEqualTo(expected(row, by, before));
    }

    private static PreservationStatus expected(LifeRow<PreservationStatus> row, Entitlement by, Story before) {
        if (row.command().equals("close") && by.role() == Role.QCP) {
            return before.status();
        }
        return switch (row.to()) {
            case After.To<PreservationStatus> to -> to.status();
            case After.Unchanged<PreservationStatus> same -> before.status();
            case After.Computed<PreservationStatus> computed ->
                switch (row.id()) {
                    case "P24", "P33" -> PreservationStatus.PRESERVED;
                    case "P25" -> PreservationStatus.RELEASED;
                    case "P31a" -> before.status();
                    default -> throw new IllegalArgumentException("say what " + row.id() + " computes");
                };
            case After.Back<PreservationStatus> back -> throw new IllegalArgumentException(row.id());
            case After.Chosen<PreservationStatus> chosen -> throw new IllegalArgumentException(row.id());
        };
    }

    private static void breaksStatus(LifeRow<PreservationStatus> row, Entitlement by, PreservationStatus status) {
        Variant variant = Variant.under(by);
        Story story = Histories.reaching(status, variant);
        Refused refused = story.refusal(Variant.login(by.role()), sample(row, story, variant));
        if (mayKnow(by.role(), status) && status != PreservationStatus.NONE) {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused.code()).isEqualTo("preservation.not-allowed-in-status");
            assertThat(refused.sentence()).contains(Kebab.of(status));
            assertThat(refused.source()).contains(row.command().equals("confirm-preservation") ? "P16" : row.id());
        } else {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.UNKNOWN);
        }
    }

    private static void breaksRole(LifeRow<PreservationStatus> row, Role role) {
        PreservationStatus status = row.from().stream()
                .filter(from -> !BEFORE_TRANSMISSION.contains(from))
                .findFirst()
                .orElse(row.from().iterator().next());
        Story story = Histories.reaching(status);
        Refused refused = story.refusal(only(role, story), sample(row, story, Variant.PLAIN));
        boolean stranger = role == Role.SND || role == Role.RCV || role == Role.ADM;
        if (status != PreservationStatus.NONE && (stranger || !mayKnow(role, status))) {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.UNKNOWN);
        } else {
            assertThat(refused.kind()).isEqualTo(Refused.Kind.FORBIDDEN);
            assertThat(refused.code()).isEqualTo("preservation.not-for-this-role");
        }
    }

    private static void breaksCondition(LifeRow<PreservationStatus> row, Entitlement by, Condition condition) {
        String login = Variant.login(by.role());
        PreservationStatus status = row.from().stream()
                .filter(from -> mayKnow(by.role(), from))
                .findFirst()
                .orElseThrow();
        if (condition == Condition.SECOND_PERSON) {
            Variant variant = Variant.under(by);
            Story story = Histories.ready(row.command(), status, variant, login);
            PreservationCommand command = sample(row, story, variant);
            Story proposed = story.as(login, command);
            assertThat(proposed.refusal(login, proposed.confirm(command)).code())
                    .isEqualTo("preservation.same-person");
            return;
        }
        Story story;
        Variant variant = Variant.under(by);
        if (condition == Condition.NOT_SEALER) {
            story = Histories.reaching(status, variant).as(login, Samples.seal(login, Variant.second(login)));
        } else {
            variant = variant.without(condition, by);
            story = Histories.reaching(status, variant);
        }
        Refused refused = story.refusal(login, sample(row, story, variant));
        assertThat(refused.code()).isEqualTo("preservation.not-for-this-role");
        assertThat(refused.source()).contains(row.id());
    }

    private static PreservationCommand sample(LifeRow<PreservationStatus> row, Story story, Variant variant) {
        PreservationCommand command = Samples.of(row.command(), story, variant);
        return row.id().equals("P17") && command instanceof ConfirmPreservation c
                ? new ConfirmPreservation(
                        c.id(), null, List.of(), null, c.expiresAt(), null, PreservationScope.PART, Samples.TEXT)
                : command;
    }

    /** What the system sends so that a row of its own follows. */
    private static PreservationCommand sample(LifeRow<PreservationStatus> row) {
        return switch (row.id()) {
            case "P32" -> new RejudgeFollowUp(Samples.ID, Samples.M1, Samples.IN_TIME);
            case "P33" -> new RejudgeFollowUp(Samples.ID, Samples.M1, Samples.TOO_LATE);
            default -> Samples.of(row.command(), Story.NONE, Variant.PLAIN);
        };
    }

    /** A receipt that is known, by record or by correction, gives P23, P32 or P33 by status; the others stand alone. */
    private static boolean sameOccasion(LifeRow<PreservationStatus> one, LifeRow<PreservationStatus> other) {
        Set<String> receipt = Set.of("P23", "P32", "P33");
        return one.id().equals(other.id()) || (receipt.contains(one.id()) && receipt.contains(other.id()));
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

    private static boolean mayKnow(Role role, PreservationStatus status) {
        return !(Variant.isOfRequestedSide(role) && BEFORE_TRANSMISSION.contains(status));
    }

    private static String name(Entitlement by) {
        return by.conditions().isEmpty()
                ? by.role().name()
                : by.role()
                        + by.conditions().stream().map(Kebab::of).sorted().collect(Collectors.joining(",", "[", "]"));
    }
}
