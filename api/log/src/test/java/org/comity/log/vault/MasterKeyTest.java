package org.comity.log.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("master.key");
    }

    @Test
    void isWrittenOnTheFirstStartForItsOwnerOnly() throws IOException {
        MasterKey.readOrCreate(file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file()));
    }

    @Test
    void isTheSameOnEachFurtherStart() {
        byte[] first = MasterKey.readOrCreate(file()).derive("wrap", 32);

        assertThat(MasterKey.readOrCreate(file()).derive("wrap", 32)).isEqualTo(first);
        assertThat(MasterKey.read(file()).derive("wrap", 32)).isEqualTo(first);
    }

    @Test
    void derivesAnotherKeyForEachPurpose() {
        MasterKey key = MasterKey.readOrCreate(file());

        assertThat(key.derive("wrap", 32)).isNotEqualTo(key.derive("body", 32));
    }

    @Test
    void isNotMadeWhereItMustBeThere() {
        assertThatThrownBy(() -> MasterKey.read(file())).hasMessageContaining("there is no master key");
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void isRefusedIfOthersCanUseIt(String permissions) throws IOException {
        MasterKey.readOrCreate(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> MasterKey.readOrCreate(file())).hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "comity-master-key-1:c2hvcnQ", "comity-master-key-1:not base64"})
    void isRefusedIfTheFileIsSomethingElseAndIsNotQuoted(String content) throws IOException {
        MasterKey.readOrCreate(file());
        Files.writeString(file(), content);

        assertThatThrownBy(() -> MasterKey.readOrCreate(file()))
                .hasMessageEndingWith("is not a master key of Comity")
                .hasNoCause();
    }

    @Test
    void isNotShownAsText() {
        assertThat(MasterKey.readOrCreate(file())).hasToString("MasterKey");
    }
}
