package org.comity.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.comity.api.Event;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.PreservationId;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.preservation.PreservationEvent;
import org.comity.log.store.TestDatabase;
import org.comity.log.vault.MasterKey;
import org.comity.log.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhenPersonalDataIsErasedThenDestroyKeyTest {
    private static final PersonRef P7 = new PersonRef("P7");
    private static final PersonRef P8 = new PersonRef("P8");
    private static final LocalDate GONE = LocalDate.parse("2026-11-19");
    private final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void open() {
        Vault.migrate(database.owner());
        vault = new Vault(database.as(Vault.ROLE), MasterKey.readOrCreate(folder.resolve("master.key")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theKeyOfThePersonIsDestroyedAndNoOther() throws Exception {
        var request = new MlaRequestId(UUID.randomUUID());
        var erased = vault.seal(request, P7, "Maria");
        var kept = vault.seal(request, P8, "José");
        happens(new MlaRequestEvent.PersonalDataErased(request, P7, List.of(), null, GONE));
        assertThat(vault.open(request, erased)).isEmpty();
        assertThat(vault.open(request, kept)).contains("José");
    }

    @Test
    void soIsThatOfAPreservationAlsoWhenToldTwice() throws Exception {
        var preservation = new PreservationId(UUID.randomUUID());
        var erased = vault.seal(preservation, P7, "Maria");
        var event = new PreservationEvent.PersonalDataErased(preservation, P7, List.of(), null, GONE);
        happens(event);
        happens(event);
        assertThat(vault.open(preservation, erased)).isEmpty();
    }

    private void happens(Event event) throws Exception {
        var policy = new AnnotationEventHandlerAdapter(new WhenPersonalDataIsErasedThenDestroyKey(vault));
        policy.handle(new GenericEventMessage<>(event));
    }
}
