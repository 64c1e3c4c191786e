package org.comity.command.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Label;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityCommand.ConnectAuthority;
import org.comity.api.directory.AuthorityCommand.NameSuccessor;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityEvent.AuthorityRetired;
import org.comity.api.directory.AuthorityEvent.SuccessorNamed;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.law.directory.AuthorityLife;
import org.junit.jupiter.api.Test;

class SuccessionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final Map<AuthorityId, AuthorityLife> entries = new HashMap<>();
    private final Directory directory = id -> Optional.ofNullable(entries.get(id));

    private final AuthorityId first = registered("PT");
    private final AuthorityId second = registered("PT");
    private final AuthorityId third = registered("PT");

    @Test
    void areOfTheSameState() {
        assertThat(against(first, second)).isEmpty();
        assertThat(against(first, registered("CL"))).contains("authority.successor-of-another-state");
    }

    @Test
    void areInTheDirectory() {
        assertThat(against(first, new AuthorityId(UUID.randomUUID()))).contains("directory.unknown-authority");
    }

    @Test
    void areNotRetired() {
        happened(new AuthorityRetired(second, DAY, new Label("merged")));

        assertThat(against(first, second)).contains("authority.successor-retired");
    }

    @Test
    void leadNowhereInACircle() {
        happened(new SuccessorNamed(second, third, DAY, null));

        assertThat(against(first, second)).isEmpty();
        assertThat(against(third, second)).contains("authority.successors-in-a-circle");
    }

    @Test
    void areFollowedNoFurtherThanToTheFirstThatComesBack() {
        happened(new SuccessorNamed(second, third, DAY, null));
        happened(new SuccessorNamed(third, second, DAY, null));

        assertThat(against(first, second)).isEmpty();
    }

    @Test
    void areNoMatterOfOtherCommands() {
        assertThat(Successions.against(new ConnectAuthority(first, DAY), directory))
                .isEmpty();
    }

    private Optional<String> against(AuthorityId id, AuthorityId successor) {
        return Successions.against(new NameSuccessor(id, successor, DAY, null), directory)
                .map(Refused::code);
    }

    private AuthorityId registered(String state) {
        var id = new AuthorityId(UUID.randomUUID());
        happened(new AuthorityRegistered(
                id, AuthorityKind.CENTRAL_AUTHORITY, new StateCode(state), new Label("Office"), DAY));
        return id;
    }

    private void happened(AuthorityEvent event) {
        entries.compute(event.id(), (id, life) -> (life == null ? AuthorityLife.NONE : life).after(event));
    }
}
