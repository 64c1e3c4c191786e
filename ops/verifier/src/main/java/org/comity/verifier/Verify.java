package org.comity.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.TileAddress;
import org.comity.log.ledger.Unreadable;
import org.comity.log.ledger.VerifierKey;

/**
 * The program: verifies a whole log and says yes, or what fails and where. It ends with 0 if the log is what was signed, with 1
 * if it is not, with 2 if the command cannot be understood, and with 3 if nothing can be said.
 */
public final class Verify {
    private static final int FAILURES_SHOWN = 100;

    /** A checkpoint is signed with every full tile, and the node needs a moment for it. */
    private static final long UNSIGNED_AT_MOST = 2L * TileAddress.FULL;

    private static final Set<String> OPTIONS = Set.of(
            "data",
            "database",
            "url",
            "bundle",
            "login",
            "password",
            "token",
            "key",
            "witnesses",
            "since",
            "keep",
            "limit");
    private static final String USAGE = """
            verify [--data DIR]                       the log of the node that runs over the folder DIR
            verify --database FILE --key FILE         the log in the database that a file database.properties names
            verify --url URL --key FILE               the log of a node over HTTP
                   (--login NAME --password WORD | --token TOKEN)
            verify --bundle FILE [--key FILE]         an audit bundle, offline; each key of the file is believed
            any of them also takes
              --key FILE         verifier keys of the log, the one believed first
              --witnesses FILE   verifier keys of witnesses, whose cosignatures are then verified too
              --since FILE       a checkpoint or a bundle from before, which the log must continue; not with --bundle
              --keep FILE        where the newest checkpoint is kept for the next time; leaves behind it in FILE.tile
              --limit N          how many failures are shown (100)
            It ends with 0: verified; 1: failed; 2: not understood; 3: nothing can be said, also of a log of which no
            checkpoint confirms anything, or none confirms the last %d events or more, and of a bundle of which no key is believed.
            """;

    private final PrintStream out;

    Verify(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(new Verify(new PrintStream(System.out, true, StandardCharsets.UTF_8)).perform(Arrays.asList(args)));
    }

    int perform(List<String> typed) {
        try {
            if (typed.contains("--help") || typed.contains("help")) {
                out.print(USAGE.formatted(UNSIGNED_AT_MOST));
                return 0;
            }
            return verify(options(typed));
        } catch (IllegalArgumentException e) {
            out.println("verify: " + e.getMessage());
            out.print(USAGE.formatted(UNSIGNED_AT_MOST));
            return 2;
        } catch (Unverifiable | Unreadable e) {
            out.println("verify: nothing can be said: " + Findings.plain(String.valueOf(e.getMessage())));
            return 3;
        } catch (OutOfMemoryError e) {
            out.println("verify: nothing can be said: this needs more memory; COMITY_HEAP=2g gives it");
            return 3;
        }
    }

    private static Map<String, String> options(List<String> typed) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < typed.size(); i += 2) {
            String name = typed.get(i);
            if (!name.startsWith("--") || !OPTIONS.contains(name.substring(2)) || i + 1 == typed.size()) {
                throw new IllegalArgumentException("this is not understood: " + name);
            }
            options.put(name.substring(2), typed.get(i + 1));
        }
        return options;
    }

    private int verify(Map<String, String> options) {
        var findings = new Findings(out, limit(options));
        Path data = Path.of(options.getOrDefault("data", System.getenv().getOrDefault("COMITY_DATA", "data")));
        boolean ofBundle = options.containsKey("bundle");
        boolean ofFolder = !ofBundle && !options.containsKey("url") && !options.containsKey("database");
        var keys = new ArrayList<Path>();
        if (options.containsKey("key") || ofFolder) {
            keys.add(options.containsKey("key") ? Path.of(options.get("key")) : data.resolve("log.vkey"));
        }
        if (options.containsKey("witnesses")) {
            keys.add(Path.of(options.get("witnesses")));
        }
        if (ofBundle) {
            for (String other : List.of("data", "database", "url", "since")) {
                if (options.containsKey(other)) {
                    throw new IllegalArgumentException("a bundle is verified without --" + other);
                }
            }
            return verifyBundle(
                    options, keys.isEmpty() ? List.of() : Trust.read(keys).keys(), findings);
        }
        Trust trust = Trust.read(keys);
        try (LogSource source = open(options, data)) {
            var notes = new ArrayList<>(source.checkpoints());
            Map<Long, Hash> known = Map.of();
            if (options.containsKey("since")) {
                Kept kept = Kept.read(Path.of(options.get("since")), trust.keys());
                known = kept.leaves();
                notes.add(kept.note());
                notes.sort(Comparator.comparingLong(
                        note -> Checkpoint.parse(note.text()).size()));
            }
            List<Checkpoint> checkpoints = trust.verified(notes, findings);
            return report(options, notes, trust, new LogCheck(source, checkpoints, known, findings), findings);
        }
    }

    private int verifyBundle(Map<String, String> options, List<VerifierKey> trusted, Findings findings) {
        SignedNote note = new BundleCheck(Path.of(options.get("bundle")), findings).run(trusted);
        if (note == null) {
            return 1;
        }
        if (options.containsKey("keep")) {
            Kept.write(Path.of(options.get("keep")), note, Optional.empty());
        }
        return 0;
    }

    private int report(
            Map<String, String> options, List<SignedNote> notes, Trust trust, LogCheck check, Findings findings) {
        long events = check.run();
        if (findings.count() > 0) {
            out.printf("FAILED: %,d failures in %,d events%n", findings.count(), events);
            return 1;
        }
        if (check.confirmed() == 0) {
            out.printf(
                    "WHOLE: %,d events agree with one another%nroot %s%n",
                    events, check.root().base64());
            throw new Unverifiable(
                    "whether these are the events that were recorded: no checkpoint confirms any of them."
                            + " Either none was signed yet, or all of them were taken away; one that somebody kept tells (--since)");
        }
        out.printf(
                "VERIFIED: %,d events; %,d of them confirmed by %,d checkpoints and %,d cosignatures%nroot %s%n",
                events,
                check.confirmed(),
                notes.size(),
                trust.cosignatures(),
                check.root().base64());
        if (check.confirmed() < events) {
            out.printf("the last %,d events are not signed yet%n", events - check.confirmed());
        }
        if (events - check.confirmed() >= UNSIGNED_AT_MOST) {
            throw new Unverifiable(
                    "whether the last events are those that were recorded: a checkpoint is signed with every %d"
                                    .formatted(TileAddress.FULL)
                            + " events, and those of the last ones are not there. Either the node is about to sign them, or they were"
                            + " taken away; one that somebody kept tells (--since)");
        }
        if (options.containsKey("keep")) {
            Kept.write(Path.of(options.get("keep")), notes.getLast(), check.edge());
        }
        return 0;
    }

    private static LogSource open(Map<String, String> options, Path data) {
        if (options.containsKey("url")) {
            return new HttpLog(options.get("url"), authorization(options));
        }
        Path file = options.containsKey("database")
                ? Path.of(options.get("database"))
                : data.resolve("database.properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new Unverifiable("there is no node: " + file + " cannot be read", e);
        }
        return new DatabaseLog(
                properties.getProperty("comity.database.url", ""),
                properties.getProperty("comity.database.user", ""),
                properties.getProperty("comity.database.password", ""));
    }

    private static String authorization(Map<String, String> options) {
        if (options.containsKey("token")) {
            return "Bearer " + options.get("token");
        }
        if (!options.containsKey("login")) {
            throw new IllegalArgumentException("a log over HTTP needs --login and --password, or --token");
        }
        String pair = options.get("login") + ":" + options.getOrDefault("password", "");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static int limit(Map<String, String> options) {
        try {
            return Integer.parseInt(options.getOrDefault("limit", String.valueOf(FAILURES_SHOWN)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--limit is a number", e);
        }
    }
}
