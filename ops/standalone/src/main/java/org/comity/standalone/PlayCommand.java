package org.comity.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.standalone.player.Player;
import org.comity.standalone.player.Result;
import org.comity.standalone.player.ScenarioFile;

/** Plays a file on a running node, or on a fresh one that is thrown away afterwards. */
final class PlayCommand {
    private static final String USUAL = "http://localhost:8080";

    private final PrintStream out;

    PlayCommand(PrintStream out) {
        this.out = out;
    }

    /** Answers 0 if every step went as expected, else 1. */
    int perform(List<String> typed) {
        Arguments arguments = Arguments.parse(typed, Set.of("only", "url"));
        ScenarioFile all = arguments.words().isEmpty()
                ? ScenarioFile.ofTheHouse()
                : ScenarioFile.read(Path.of(arguments.words().getFirst()));
        ScenarioFile file = arguments.option("only").map(all::only).orElse(all);
        String url = arguments.option("url").orElse(USUAL);
        Optional<Instant> now = Player.worldClock(url);
        if (now.isPresent() && !now.get().isAfter(file.begin())) {
            return play(file, url);
        }
        out.println(
                now.isEmpty()
                        ? "nothing runs at " + url + "; playing on a fresh temporary node"
                        : "the clock at " + url + " is past the first step; playing on a fresh temporary node");
        return playOnFreshNode(file);
    }

    private int playOnFreshNode(ScenarioFile file) {
        Path folder = TemporaryFolder.create("comity-play");
        Standalone node = Standalone.start(Settings.temporary(folder, file.begin()));
        // A hook, so that neither a database server nor its files stay behind if the play is broken off.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            TemporaryFolder.remove(folder);
        }));
        return play(file, node.url());
    }

    private int play(ScenarioFile file, String url) {
        var player = new Player(file, url, UUID.randomUUID().toString());
        List<Result> results = player.play(result -> out.println(result.line()));
        long different = results.stream().filter(result -> !result.ok()).count();
        player.ids().forEach((name, id) -> out.printf("%s = %s%n", name, id));
        out.printf("%d steps, %d as expected, %d different%n", results.size(), results.size() - different, different);
        return different == 0 ? 0 : 1;
    }
}
