package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.command.door.DoorNode.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeFailuresTest {
    private static final String AN_OFFICE = """
            {"kind": "prosecutor", "state": "PT", "name": "Lisbon 7", "validFrom": "2020-01-01",
             "act": {"reason": "as agreed"}}
            """;

    private final DoorNode node = new DoorNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void areToldWithoutInternalsWhenTheKeysAreGone() {
        node.keys.close();

        tellsWhenToTryAgain(node.post(DoorNode.ADMINISTRATOR, "/api/authorities", AN_OFFICE));
    }

    @Test
    void areToldWithoutInternalsWhenTheLogIsGone() {
        node.database.asSuperuser("alter role comity_app connection limit 0");
        try {
            node.database.asSuperuser(
                    "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'comity_app'");

            tellsWhenToTryAgain(node.post(DoorNode.ADMINISTRATOR, "/api/authorities", AN_OFFICE));
        } finally {
            node.database.asSuperuser("alter role comity_app connection limit -1");
        }
    }

    private static void tellsWhenToTryAgain(Answer answer) {
        answer.is(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo("node.unavailable");
        assertThat(answer.text()).doesNotContain("Exception", "jdbc", "comity_", "at org.");
    }
}
