package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.comity.command.door.DoorNode.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

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
        node.database.close();

        tellsWhenToTryAgain(node.post(DoorNode.ADMINISTRATOR, "/api/authorities", AN_OFFICE));
    }

    @Test
    void areNotTakenForAClientThatHasGone() {
        var request = new MockHttpServletRequest("POST", "/api/authorities");
        var response = new MockHttpServletResponse();
        var hungUp = new DataAccessResourceFailureException("no", new IOException("Connection reset by peer"));

        new FrameworkProblems(new Refusals(node.meters)).resolveException(request, response, null, hungUp);

        assertThat(response.getStatus()).isEqualTo(503);
    }

    private static void tellsWhenToTryAgain(Answer answer) {
        answer.is(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo("node.unavailable");
        assertThat(answer.text()).doesNotContain("Exception", "jdbc", "comity_", "at org.");
    }
}
