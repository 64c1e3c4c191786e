package org.comity.query.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.query.register.People.ADMINISTRATOR;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.by;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.comity.api.Label;
import org.comity.api.MlaRequestId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.directory.OfficeHours;
import org.comity.api.directory.ZoneName;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.query.projection.QueryNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssignmentTasksTest {
    private final Tasks tasks = new Tasks();
    private final QueryNode node = tasks.node;
    private final MlaRequestId mla = tasks.mla;

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void goesToWhoeverIsAssignedOnThatDayAndElseToTheOffice() {
        tasks.approved();
        assertThat(tasks.whose(CENTRAL_PT)).containsExactly("office");
        assertThat(tasks.whose(Tasks.second())).containsExactly("office");

        tasks.assign(Tasks.second(), LocalDate.parse("2026-06-02"), LocalDate.parse("2026-06-10"));
        node.time.set(Instant.parse("2026-06-01T23:59:59Z"));
        assertThat(tasks.whose(Tasks.second())).as("not yet").containsExactly("office");
        node.time.set(Instant.parse("2026-06-02T00:00:00Z"));
        assertThat(tasks.whose(Tasks.second())).contains("mine");
        assertThat(tasks.whose(CENTRAL_PT)).containsExactly("colleague");
        assertThat(node.tasks.waiting(CENTRAL_PT)).isZero();
        node.time.set(Instant.parse("2026-06-10T23:59:59Z"));
        assertThat(tasks.whose(CENTRAL_PT)).containsExactly("colleague");
        node.time.set(Instant.parse("2026-06-11T00:00:00Z"));
        assertThat(tasks.whose(CENTRAL_PT)).as("the cover is over").containsExactly("office");
        assertThat(node.tasks.waiting(Tasks.second())).isEqualTo(1);
    }

    @Test
    void theDaysAreThoseOfTheClockOnTheWallOfTheOffice() {
        node.happened(
                new AuthorityRegistered(
                        CENTRAL_PT.office().id(),
                        AuthorityKind.CENTRAL_AUTHORITY,
                        new StateCode("PT"),
                        new Label("Ministry"),
                        LocalDate.parse("2026-01-01"),
                        new AuthorityDetails(
                                null, null, null, new OfficeHours(new ZoneName("Asia/Tokyo"), List.of()), null, null),
                        null,
                        true),
                by(ADMINISTRATOR, "2026-05-03T09:00:00Z"));
        tasks.approved();
        tasks.assign(Tasks.second(), LocalDate.parse("2026-06-03"), LocalDate.parse("2026-06-10"));

        node.time.set(Instant.parse("2026-06-02T14:59:59Z"));
        assertThat(tasks.whose(Tasks.second())).containsExactly("office");
        assertThat(tasks.kinds(Tasks.second())).isEmpty();
        node.time.set(Instant.parse("2026-06-02T15:00:00Z"));
        assertThat(tasks.whose(Tasks.second())).containsExactly("mine");
        assertThat(tasks.kinds(Tasks.second())).containsExactly("assigned");
        node.time.set(Instant.parse("2026-06-10T15:00:00Z"));
        assertThat(tasks.whose(Tasks.second())).containsExactly("office");
        assertThat(tasks.kinds(Tasks.second())).isEmpty();
    }

    @Test
    void tellsWhoWasGivenARequestUntilTheyActOnIt() {
        tasks.approved();
        tasks.assign(Tasks.second(), null, null);
        assertThat(tasks.kinds(Tasks.second())).containsExactly("assigned");
        assertThat(tasks.kinds(CENTRAL_PT)).isEmpty();

        node.happened(
                new MlaRequestEvent.NoteAdded(mla, node.sealed(mla, null, "seen")),
                by(Tasks.second(), "2026-06-01T13:00:00Z"));
        node.caughtUp();
        assertThat(tasks.kinds(Tasks.second())).isEmpty();
        assertThat(tasks.whose(Tasks.second())).as("the next step stays theirs").containsExactly("mine");
    }
}
