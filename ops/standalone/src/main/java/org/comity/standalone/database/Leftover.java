package org.comity.standalone.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database server that outlived its node: a killed process cannot stop what it started. */
final class Leftover {
    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Leftover() {}

    /**
     * Stops the server that still runs over these files, if there is one; two over the same files would ruin them. A file
     * {@code postmaster.pid} whose process is something else (numbers are given again after a restart of the machine, and
     * quickly in a container) is removed, for the server would refuse to start because of it.
     */
    static void stop(Path files) {
        Path pidFile = files.resolve("postmaster.pid");
        Optional<ProcessHandle> process =
                pid(pidFile).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return;
        }
        if (worksIn(process.get(), files)) {
            LOG.info(
                    "stopping the database server {} that an earlier process left behind",
                    process.get().pid());
            end(process.get());
        } else {
            remove(pidFile);
        }
    }

    private static Optional<Long> pid(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? Files.readAllLines(pidFile).stream().findFirst().map(line -> Long.parseLong(line.strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server changes into its folder. Where that cannot be asked, its command line has to do. */
    private static boolean worksIn(ProcessHandle process, Path files) {
        Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            if (Files.exists(Path.of("/proc/self/cwd"))) {
                return link.toRealPath().equals(files.toRealPath());
            }
        } catch (IOException e) {
            LOG.debug("the folder of process {} cannot be read", process.pid(), e);
        }
        return process.info().commandLine().orElse("").contains(files.toString());
    }

    /** SIGINT is PostgreSQL's fast shutdown: it ends the sessions and writes a checkpoint. */
    private static void end(ProcessHandle process) {
        try {
            int said = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (said != 0) {
                process.destroy();
            }
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a database server was stopping", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the database server " + process.pid() + " of an earlier start does not stop; stop it by hand", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new CompletionException(e);
        }
    }

    private static void remove(Path pidFile) {
        try {
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
