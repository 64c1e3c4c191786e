package org.comity.standalone.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.comity.command.policy.VaultKeeper;
import org.comity.log.transparency.TransparencyLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What a node looks after now and then: that tiles are made behind the end of the log, that the log continues what was signed
 * about it, that what has grown is signed, and that the vault holds nothing that the log says is destroyed.
 */
@Component
class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int SECONDS = 5;

    /** What is not signed yet can be changed unseen; so a checkpoint is made each minute in which the log has grown. */
    private static final int ROUNDS_UNTIL_SIGNED = 12;

    private final TransparencyLog log;
    private final VaultKeeper vault;
    private final Map<String, String> failures = new HashMap<>();
    private volatile @Nullable ScheduledExecutorService worker;
    private long round;

    Rounds(TransparencyLog log, VaultKeeper vault) {
        this.log = log;
        this.vault = vault;
    }

    private void go() {
        look("the vault is not compared with the log", vault::keep);
        look("the tree of the log does not follow", log::follow);
        look("nothing is signed", round++ % ROUNDS_UNTIL_SIGNED == 0 ? log::checkpoint : log::confirm);
    }

    private void look(String otherwise, Runnable look) {
        try {
            look.run();
            failures.remove(otherwise);
        } catch (RuntimeException e) {
            // said once, and again when it is another
            String failure = String.valueOf(e.getMessage());
            if (!failure.equals(failures.put(otherwise, failure))) {
                LOG.error("{}: {}", otherwise, failure);
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("rounds").factory());
        var unused = started.scheduleWithFixedDelay(this::go, 1, SECONDS, TimeUnit.SECONDS);
        worker = started;
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = worker;
        if (running != null) {
            running.close();
            worker = null;
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }
}
