package org.comity.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.comity.log.transparency.LogKeys;
import org.comity.standalone.database.DataFolder;
import org.comity.standalone.database.Databases;
import org.comity.standalone.database.ProofFiles;

/**
 * Gives the log of a stopped node a new key. The former one stays beside it until the next start, at which both sign the
 * present checkpoint; then it is deleted.
 */
final class RotateLogKeyCommand {
    private final PrintStream out;

    RotateLogKeyCommand(PrintStream out) {
        this.out = out;
    }

    int perform(List<String> typed, Map<String, String> environment) {
        Settings settings = Settings.of(Arguments.parse(typed, Set.of("data")), environment);
        if (!Files.exists(settings.data().resolve(Databases.FILE))) {
            throw new IllegalStateException("there is no node in the folder " + settings.data());
        }
        try (DataFolder folder = DataFolder.open(settings.data())) {
            LogKeys keys = ProofFiles.in(folder.path()).keys();
            Path former = Objects.requireNonNull(keys.previous());
            if (Files.exists(former) || Files.notExists(keys.current())) {
                throw new IllegalStateException("start the node once before its key is changed again");
            }
            Files.move(keys.current(), former, StandardCopyOption.ATOMIC_MOVE);
            keys.orCreate();
            out.println("The log has a new key. At the next start the former one signs the first checkpoint with it.");
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
