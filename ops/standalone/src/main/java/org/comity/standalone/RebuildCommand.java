package org.comity.standalone;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.comity.query.projection.Rebuild;
import org.comity.standalone.database.DataFolder;
import org.comity.standalone.database.Databases;

/**
 * Computes all registers anew from the log. Where a node already runs over the data folder, a further node joins its database
 * for as long as it takes; the registers are read from the old tables until the new ones have caught up.
 */
final class RebuildCommand {
    private final PrintStream out;

    RebuildCommand(PrintStream out) {
        this.out = out;
    }

    int perform(List<String> typed, Map<String, String> environment) {
        Settings settings = Settings.of(Arguments.parse(typed, Set.of("data", "database")), environment);
        if (settings.database() == null && DataFolder.isHeld(settings.data())) {
            return besideRunningNode(settings.data());
        }
        if (settings.database() == null && !Files.exists(settings.data().resolve(Databases.FILE))) {
            throw new IllegalStateException("there is no node in the folder " + settings.data());
        }
        try (Standalone node = Standalone.start(settings.forMaintenance())) {
            return rebuild(node);
        }
    }

    private int besideRunningNode(Path data) {
        Properties database = Databases.settings(data);
        Path folder = TemporaryFolder.create("comity-rebuild");
        try (Standalone node = Standalone.start(Settings.joining(folder, database))) {
            return rebuild(node);
        } finally {
            TemporaryFolder.remove(folder);
        }
    }

    private int rebuild(Standalone node) {
        Rebuild rebuild = node.context().getBean(Rebuild.class);
        boolean allDone = true;
        for (String projection : rebuild.names()) {
            Rebuild.State end = rebuild.run(
                    projection,
                    now -> out.printf(
                            "%-28s %,d of %,d events%n", now.projection(), now.position() + 1, now.end() + 1));
            out.printf("%-28s %s%n", projection, end.stage());
            allDone &= end.stage() == Rebuild.Stage.DONE;
        }
        return allDone ? 0 : 1;
    }
}
