package org.comity.standalone;

import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.comity.standalone.database.DataFolder;
import org.comity.standalone.player.CannotPlay;
import org.comity.standalone.player.Player;
import org.comity.standalone.player.Result;
import org.comity.standalone.player.ScenarioFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scenarios of the house and some open work, played into a node on its first start so that its board shows life. If the node ends in between,
 * the next start sends the same play again: each step has a key, so nothing happens twice.
 */
final class SampleScenarios {
    private static final Logger LOG = LoggerFactory.getLogger(SampleScenarios.class);
    private static final String FILE = "scenarios.properties";

    private final DataFolder folder;
    private final ScenarioFile scenarios = ScenarioFile.ofAFreshNode();

    SampleScenarios(DataFolder folder) {
        this.folder = folder;
    }

    /** Notes, before the databases are made, that they will be new; answers whether the scenarios are to be played. */
    boolean prepare() {
        Properties state = folder.read(FILE);
        if (state.isEmpty() && Files.notExists(folder.file("postgres"))) {
            state.setProperty("play", UUID.randomUUID().toString());
            write(state, "begun");
        }
        return "begun".equals(state.getProperty("state"));
    }

    /** Plays behind the running node. */
    void play(String url) {
        Thread.ofVirtual().name("sample-scenarios").start(() -> {
            Properties state = folder.read(FILE);
            try {
                List<Result> results = new Player(scenarios, url, state.getProperty("play")).play(result -> {
                    if (!result.ok()) {
                        LOG.warn("sample scenarios: {}", result.line());
                    }
                });
                long different = results.stream().filter(result -> !result.ok()).count();
                LOG.info("sample scenarios: {} steps played, {} different", results.size(), different);
                write(state, "done");
            } catch (CannotPlay | IllegalStateException e) {
                LOG.warn("sample scenarios: not finished, the next start goes on: {}", e.getMessage());
            }
        });
    }

    private void write(Properties state, String now) {
        state.setProperty("state", now);
        folder.write(FILE, state, "the sample scenarios that the first start plays in");
    }
}
