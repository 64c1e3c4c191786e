package org.comity.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Personal values are sealed in the door: nothing that a node stores or logs holds one. */
class PrivacyJourneyTest {
    private static final String NAME = "Zebulon Quintanilha";
    private static final String ARABIC_NAME = "زهير القرطباوي";
    private static final String EMAIL = "zquintanilha@mail.example";
    private static final String ADDRESS = "203.0.113.77";
    private static final String FACTS = "Zq-facts: phoned his sister before the transfer";
    private static final String REASON = "Zq-reason: the sister was a witness";

    private static Node node;
    private static House house;

    @BeforeAll
    static void start() {
        node = Node.fresh("--world-clock", "2026-02-02T09:00:00Z");
        house = new House(node);
    }

    @AfterAll
    static void end() {
        node.remove();
    }

    @Test
    void noPersonalValueIsPlainInTheDataFolderOrTheLogs() throws IOException {
        String id = house.draftMla(
                "prosecutor.pt",
                "PT",
                "CL",
                Map.of(
                        "persons",
                                List.of(
                                        Map.of("ref", "P1", "role", "suspect", "name", NAME),
                                        Map.of("ref", "P2", "role", "witness", "name", ARABIC_NAME)),
                        "identifiers",
                                List.of(Map.of("email", EMAIL, "person", "P1"), Map.of("ipv4", ADDRESS, "port", 443)),
                        "facts", FACTS));
        house.mla(id, "central-authority.pt", "note", Map.of("text", NAME + " is ill."));
        house.done(
                "central-authority.pt",
                "/api/mla-requests/" + id + "/approve",
                Map.of("act", Map.of("reason", REASON)));
        // A refusal and a bad input are logged too, and neither may say what was typed.
        house.refused(409, "central-authority.pt", "/api/mla-requests/" + id + "/approve", Map.of("remark", NAME));
        house.as("prosecutor.pt")
                .post("/api/mla-requests", Map.of("from", "PT", "identifiers", List.of(Map.of("ipv4", NAME + EMAIL))));
        house.as("prosecutor.pt").get("/api/mla-requests?text=" + "Quintanilha");

        var entitled =
                house.as("central-authority.pt").get("/api/mla-requests/" + id).body();
        assertThat(entitled).as("the entitled read them").contains(NAME, ARABIC_NAME, EMAIL, ADDRESS, FACTS);

        node.stop();
        assertThat(filesWith("PRAGMA-that-is-nowhere")).isEmpty();
        assertThat(filesWith(id)).as("the search finds what is there").isNotEmpty();
        for (String value : List.of(NAME, "Quintanilha", ARABIC_NAME, EMAIL, ADDRESS, "Zq-facts", "Zq-reason")) {
            assertThat(filesWith(value)).as(value).isEmpty();
        }
        node.start();
        assertThat(house.as("central-authority.pt")
                        .get("/api/mla-requests/" + id)
                        .body())
                .contains(NAME);
    }

    private static List<Path> filesWith(String text) throws IOException {
        byte[] sought = text.getBytes(StandardCharsets.UTF_8);
        var found = new ArrayList<Path>();
        try (Stream<Path> files = Stream.concat(Files.walk(node.data()), Stream.of(node.log()))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (contains(Files.readAllBytes(file), sought)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] bytes, byte[] sought) {
        outer:
        for (int i = 0; i <= bytes.length - sought.length; i++) {
            for (int j = 0; j < sought.length; j++) {
                if (bytes[i + j] != sought[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
