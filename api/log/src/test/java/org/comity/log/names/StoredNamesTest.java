package org.comity.log.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.comity.api.Event;
import org.comity.api.Id;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.mla.MlaRequestEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StoredNamesTest {
    sealed interface NoteEvent extends Event {
        /** Once it was {@code NoteTaken@1 {"words"}}, then {@code NoteWritten@1 {"text"}}. */
        @Revision("2")
        record NoteWritten(String text, int length) implements NoteEvent {
            @Override
            public Id id() {
                throw new UnsupportedOperationException();
            }
        }
    }

    non-sealed interface OpenEvent extends OpenFamily {}

    sealed interface OpenFamily extends Event permits OpenEvent {}

    private static final StoredNames NAMES = new StoredNames(List.of(new StoredNames.Family("note", NoteEvent.class)));

    private record NoteTakenToWritten() implements Upcasters.Step {
        @Override
        public String name() {
            return "note.NoteTaken";
        }

        @Override
        public String revision() {
            return "1";
        }

        @Override
        public Upcasters.Stored upcast(Upcasters.Stored older) {
            ObjectNode payload = older.payload();
            payload.set("text", payload.remove("words"));
            return new Upcasters.Stored("note.NoteWritten", "1", payload);
        }
    }

    private record NoteWritten1to2() implements Upcasters.Step {
        @Override
        public String name() {
            return "note.NoteWritten";
        }

        @Override
        public String revision() {
            return "1";
        }

        @Override
        public Upcasters.Stored upcast(Upcasters.Stored older) {
            older.payload().put("length", older.payload().get("text").asString().length());
            return new Upcasters.Stored(older.name(), "2", older.payload());
        }
    }

    @Test
    void areMadeOfFamilyAndEvent() {
        assertThat(StoredNames.OF_THE_HOUSE.name(MlaRequestEvent.ReceiptAcknowledged.class))
                .isEqualTo("mla.ReceiptAcknowledged");
        assertThat(StoredNames.OF_THE_HOUSE.name(AuthorityEvent.AuthorityConnected.class))
                .isEqualTo("authority.AuthorityConnected");
        assertThat(StoredNames.OF_THE_HOUSE.find("authority.AuthorityConnected"))
                .isEqualTo(AuthorityEvent.AuthorityConnected.class);
        assertThat(StoredNames.OF_THE_HOUSE.find("authority.Unheard")).isNull();
    }

    @Test
    void areOfRevision1UnlessTheRecordSaysOtherwise() {
        assertThat(NAMES.revision(NoteEvent.NoteWritten.class)).isEqualTo("2");
        assertThat(StoredNames.OF_THE_HOUSE.revision(AuthorityEvent.AuthorityConnected.class))
                .isEqualTo("1");
    }

    @Test
    void refuseAnEventOfNoFamilyAndAFamilyThatIsOpen() {
        assertThatThrownBy(() -> StoredNames.OF_THE_HOUSE.name(NoteEvent.NoteWritten.class))
                .hasMessageContaining("no family");
        assertThatThrownBy(() -> new StoredNames(List.of(new StoredNames.Family("open", OpenFamily.class))))
                .hasMessageContaining("sealed");
    }

    @Test
    void refuseTwoEventsUnderOneName() {
        var family = new StoredNames.Family("note", NoteEvent.class);

        assertThatThrownBy(() -> new StoredNames(List.of(family, family))).hasMessageContaining("note.NoteWritten");
    }

    @Test
    void areLedThroughTheWholeChainOfUpcasters() {
        var codec = new EventCodec(NAMES, new Upcasters(List.of(new NoteTakenToWritten(), new NoteWritten1to2())));

        assertThat(codec.read("note.NoteTaken", "1", "{\"words\":\"so be it\"}"))
                .isEqualTo(new NoteEvent.NoteWritten("so be it", 8));
        assertThat(codec.read("note.NoteWritten", "1", "{\"text\":\"amen\"}"))
                .isEqualTo(new NoteEvent.NoteWritten("amen", 4));
        assertThat(codec.read("note.NoteWritten", "2", "{\"text\":\"amen\",\"length\":9}"))
                .isEqualTo(new NoteEvent.NoteWritten("amen", 9));
    }

    @Test
    void areNotReadWithoutTheStepThatTheyNeed() {
        var codec = new EventCodec(NAMES, new Upcasters(List.of(new NoteTakenToWritten())));

        assertThatThrownBy(() -> codec.read("note.NoteTaken", "1", "{\"words\":\"so be it\"}"))
                .hasMessageContaining("note.NoteWritten@1");
    }
}
