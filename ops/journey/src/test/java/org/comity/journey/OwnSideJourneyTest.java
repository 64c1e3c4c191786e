package org.comity.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipInputStream;
import org.comity.log.ledger.Bundle;
import org.comity.log.ledger.BundleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a side does for itself stays with it, wherever the other one looks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnSideJourneyTest {
    private static final String OURS = "central-authority.pt";
    private static final String SECOND = "central-authority-2.pt";
    private static final String THEIRS = "central-authority.cl";
    private static final String SECRET = "Zanzibar";
    private static final Map<String, Object> PERSON = Map.of("ref", "P1", "role", "suspect");

    private final Node node = Node.fresh("--world-clock", "2026-03-02T09:00:00Z");
    private final House house = new House(node);

    @AfterAll
    void end() {
        node.remove();
    }

    enum Kind {
        MLA_REQUESTS(house -> house.sentMla(Map.of("persons", List.of(PERSON)))),
        PRESERVATION_REQUESTS(house -> {
            String id = house.draftPreservation("prosecutor.pt", "PT", "CL", Map.of("persons", List.of(PERSON)));
            house.preservation(id, "contact-point.pt", "approve", Map.of());
            house.preservation(
                    id,
                    "contact-point.pt",
                    "transmit",
                    Map.of("to", house.as(THEIRS).authority(), "channel", "secure-electronic"));
            return id;
        }),
        SPONTANEOUS_INFORMATION(house -> {
            String id = house.offered(Map.of());
            house.information(id, OURS, "transmit", house.material(THEIRS, Map.of("persons", List.of(PERSON))));
            return id;
        });

        private final Function<House, String> sent;

        Kind(Function<House, String> sent) {
            this.sent = sent;
        }

        String path() {
            return "/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSeenByItsOwnSideAndNowhereByTheOther(Kind kind) {
        String page = kind.path() + "/" + kind.sent.apply(house);
        String api = "/api" + page;
        String before = house.as(THEIRS).get(api).body();
        long version = house.as(THEIRS).get(api).json().path("version").asLong();
        List<String> known = names(THEIRS, api);

        house.done(OURS, api + "/note", Map.of("text", SECRET + " note"));
        Map<String, Object> given = Map.of("person", house.as(SECOND).person(), "reason", SECRET + " assignment");
        house.done(OURS, api + "/assign", given);
        house.done(OURS, api + "/unassign", given);
        String proposal = house.done(
                        OURS,
                        api + "/correct-event",
                        Map.of("event", sent(api), "action", "void", "reason", SECRET + " correction"))
                .text("proposal");
        house.done(SECOND, api + "/decline", Map.of("proposal", proposal, "reason", SECRET + " decline"));
        house.done(
                "data-protection-officer.pt",
                api + "/answer-person",
                Map.of("person", "P1", "decision", "erased", "notToldBecause", SECRET + " answer"));

        assertThat(house.as(THEIRS).get(api).body())
                .as("the view is the same to the letter")
                .isEqualTo(before);
        assertThat(names(THEIRS, api)).isEqualTo(known);
        assertThat(house.as(THEIRS)
                        .post(
                                api + "/note",
                                Map.of("text", "Seen."),
                                "If-Match",
                                house.as(THEIRS).get(api).header("ETag").orElseThrow())
                        .status())
                .as("nothing has changed for them")
                .isEqualTo(200);
        assertThat(house.as(THEIRS)
                        .post(api + "/note", Map.of("text", "Seen."), "If-Match", "\"" + (version - 1) + "\"")
                        .json()
                        .path("changed"))
                .as("what they saw, and their own note")
                .hasSize(2);
        for (String reader : List.of(THEIRS, "supervisor.cl", "contact-point.cl")) {
            for (String path : List.of(
                    api,
                    api + "/history",
                    api + "/deadlines",
                    page,
                    page + "/changes?since=0",
                    page + "/correct-event",
                    "/api/tasks",
                    "/tasks",
                    "/",
                    kind.path(),
                    "/api" + kind.path() + "?text=" + SECRET)) {
                assertThat(house.as(reader).get(path).body())
                        .as("%s reads %s", reader, path)
                        .doesNotContain(SECRET)
                        .doesNotContain(house.as(SECOND).person())
                        .doesNotContain(proposal);
            }
            assertThat(names(reader, api))
                    .as("their own note came to what they knew")
                    .hasSize(known.size() + 1)
                    .containsAll(known);
        }
        assertThat(drawn("supervisor.cl", api))
                .doesNotContain(SECRET, house.as(SECOND).person(), proposal)
                .contains("Seen.");

        assertThat(names(OURS, api)).containsSubsequence("NoteAdded", "AssignmentEnded", "Proposed", "PersonAnswered");
        assertThat(house.as(OURS).get(api + "/history").body())
                .contains(SECRET + " note", SECRET + " assignment", SECRET + " decline", SECRET + " answer");
        assertThat(house.as(OURS).get(page).body()).contains(SECRET + " note");
        assertThat(drawn("supervisor.pt", api))
                .contains(SECRET + " note", house.as(SECOND).person(), proposal)
                .doesNotContain("Seen.");
    }

    private String sent(String api) {
        return house.as(OURS)
                .get(api + "/history")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("event").asString().endsWith("Transmitted"))
                .findFirst()
                .orElseThrow()
                .path("eventId")
                .asString();
    }

    private List<String> names(String reader, String api) {
        return house.as(reader)
                .get(api + "/history")
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("event").asString())
                .toList();
    }

    /** Everything that a bundle shows to whoever draws it: its page with the values opened, and the bytes of its events. */
    private String drawn(String reader, String api) {
        byte[] zip = house.as(reader).bytes(api + "/audit-bundle");
        var text = new StringBuilder();
        try {
            for (Bundle.Item item : BundleFiles.read(zip).items()) {
                text.append(
                        item.envelope() == null
                                ? ""
                                : new String(Base64.getDecoder().decode(item.envelope()), UTF_8));
            }
            try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    text.append(entry.getName().equals("audit.html") ? new String(in.readAllBytes(), UTF_8) : "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
