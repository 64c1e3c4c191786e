package org.comity.standalone.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.comity.log.transparency.TransparencyLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes tiles behind the end of the log. Nobody waits for it: a tile that is not kept yet is computed when it is asked for, so
 * a look now and then is enough.
 */
@Component
class TreeFollower implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TreeFollower.class);
    private static final int SECONDS = 5;

    private final TransparencyLog log;
    private volatile @Nullable ScheduledExecutorService worker;
    private String lastFailure = "";

    TreeFollower(TransparencyLog log) {
        this.log = log;
    }

    private void follow() {
        try {
            log.follow();
            lastFailure = "";
        } catch (RuntimeException e) {
            // said once, and again when it is another
            String failure = String.valueOf(e.getMessage());
            if (!failure.equals(lastFailure)) {
                LOG.error("the tree of the log does not follow: {}", failure);
                lastFailure = failure;
            }
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("tree-follower").factory());
        var unused = started.scheduleWithFixedDelay(this::follow, 1, SECONDS, TimeUnit.SECONDS);
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
