package org.comity.standalone.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import org.comity.log.transparency.LogKeys;
import org.comity.log.transparency.Witnesses;
import org.jspecify.annotations.Nullable;

/**
 * The files by which the log is signed.
 *
 * @param keys of the log
 * @param make whether a key may be made where there is none
 * @param witnesses verifier keys of those whose cosignatures are accepted
 * @param origin name of the log, if it has none yet
 */
public record ProofFiles(
        LogKeys keys, boolean make, @Nullable Path witnesses, String origin) {
    private static final String KEY = "log.key";
    private static final String FORMER_KEY = "log-former.key";
    private static final String WITNESSES = "witnesses";

    /** Those of a node that keeps everything in its folder. */
    public static ProofFiles in(Path folder) {
        Path witnesses = folder.resolve(WITNESSES);
        return new ProofFiles(
                new LogKeys(folder.resolve(KEY), folder.resolve(FORMER_KEY)),
                true,
                Files.exists(witnesses) ? witnesses : null,
                ownName());
    }

    /** Those that the settings of other databases name. */
    static ProofFiles of(Properties settings) {
        String key = settings.getProperty("comity.log-key", "");
        if (key.isBlank()) {
            throw new IllegalArgumentException("an external database needs the setting comity.log-key");
        }
        return new ProofFiles(
                new LogKeys(Path.of(key), path(settings, "comity.log-former-key")),
                false,
                path(settings, "comity.witnesses"),
                settings.getProperty("comity.log-origin", ownName()));
    }

    private static @Nullable Path path(Properties settings, String name) {
        String value = settings.getProperty(name, "");
        return value.isBlank() ? null : Path.of(value);
    }

    /** A name that nobody else has, under a domain that RFC 2606 keeps free. */
    private static String ownName() {
        return "comity.invalid/" + UUID.randomUUID();
    }

    /** The keys, there if they may be made. */
    public LogKeys ready() {
        return make ? keys.orCreate() : keys;
    }

    public Witnesses readWitnesses() {
        return witnesses == null ? Witnesses.NONE : Witnesses.read(witnesses);
    }
}
