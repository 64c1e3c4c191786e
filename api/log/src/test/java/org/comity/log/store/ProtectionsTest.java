package org.comity.log.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.Event;
import org.comity.api.RequestEvent;
import org.comity.log.names.EventCodec;
import org.comity.log.names.StoredNames;
import org.comity.log.store.Append.NewEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What binds the vault is found, of every kind of request and whatever the kind calls it. */
class ProtectionsTest {
    private static final StoredNames NAMES = StoredNames.OF_THE_HOUSE;

    private final TestDatabase database = TestDatabase.withLog();
    private final EventLog log = new EventLog(database.app(), EventCodec.OF_THE_HOUSE);
    private final LogWriter writer = new LogWriter(database.app(), InstantSource.system(), position -> {});

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachErasureAndRestrictionOfEveryKindIsFoundAndNothingElse() throws IOException {
        List<String> binding = NAMES.names().stream()
                .filter(name -> binds(NAMES.find(name)))
                .sorted()
                .toList();
        assertThat(binding).as("three for each kind of request").hasSize(9);
        assertThat(log.lastProtection()).isEqualTo(-1);
        for (String name : binding) {
            append(name);
            append("mla.NoteAdded");
        }
        assertThat(log.lastProtection()).isEqualTo(2 * binding.size() - 2);
        assertThat(log.protections())
                .extracting(event -> NAMES.name(event.getClass()))
                .containsExactlyElementsOf(binding);
    }

    @Test
    void theyAreFoundByAnIndexHoweverLongTheLogIs() {
        var owner = database.owner();
        // the log of this test is short
        owner.setOptions("-c enable_seqscan=off");
        String plan = String.join(
                "\n",
                JdbcClient.create(owner)
                        .sql("explain select payload from log.event " + EventLog.PROTECTIONS)
                        .param(-1L)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("event_protection");
    }

    private static boolean binds(Class<? extends Event> type) {
        return Stream.of(RequestEvent.Erased.class, RequestEvent.Restricted.class, RequestEvent.RestrictionEnded.class)
                .anyMatch(one -> one.isAssignableFrom(type));
    }

    private void append(String name) throws IOException {
        String revision = NAMES.revision(NAMES.find(name));
        try (var golden = ProtectionsTest.class.getResourceAsStream("/golden/" + name + "@" + revision + ".json")) {
            String payload = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            String metadata = "{\"actor\":\"system\"}";
            writer.append(new Append(List.of(new NewEvent(
                    UUID.randomUUID().toString(), 0, UUID.randomUUID(), name, revision, metadata, payload, null))));
        }
    }
}
