package org.comity.log.store;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far the log is known to reach by now, and who waits for it to reach further. */
final class Head {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private volatile long position = -1;

    /** Says that everything up to a position can be read. */
    void reached(long reached) {
        lock.lock();
        try {
            if (reached <= position) {
                return;
            }
            position = reached;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    /** Waits until the log reaches beyond a position. False if it did not in time. */
    boolean awaitBeyond(long known, long timeout, TimeUnit unit) throws InterruptedException {
        if (position > known) {
            return true;
        }
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            while (position <= known) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = advanced.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    long position() {
        return position;
    }

    void onAdvance(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
