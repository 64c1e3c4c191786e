package org.comity.log.meter;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Numbers that belong together, looked up together, and not more often than every five seconds of the machine's clock. */
public final class Sample<T> {
    private static final Duration FRESH = Duration.ofSeconds(5);

    /** How long a reader waits for a look that has begun; the sum over all samples stays within what a scrape may take. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Supplier<T> look;
    private final long fresh;
    private final long patience;
    private final LongSupplier nanoTime;
    private @Nullable Look<T> last;

    private record Look<T>(CompletableFuture<T> found, long begun) {}

    /**
     * A sample.
     *
     * @param look one cheap query
     */
    public Sample(Supplier<T> look) {
        this(look, FRESH, PATIENCE);
    }

    /**
     * A sample.
     *
     * @param fresh how old it may be
     * @param patience how long a reader waits for it
     */
    public Sample(Supplier<T> look, Duration fresh, Duration patience) {
        this(look, fresh, patience, System::nanoTime);
    }

    Sample(Supplier<T> look, Duration fresh, Duration patience, LongSupplier nanoTime) {
        this.look = look;
        this.fresh = fresh.toNanos();
        this.patience = patience.toNanos();
        this.nanoTime = nanoTime;
    }

    /** One of the numbers; NaN if they cannot be had now. */
    public double read(ToDoubleFunction<T> number) {
        Optional<T> numbers = now();
        return numbers.isPresent() ? number.applyAsDouble(numbers.get()) : Double.NaN;
    }

    /** What was found; nothing if the look failed or does not end. */
    public Optional<T> now() {
        Look<T> now = look();
        long left = now.begun() + patience - nanoTime.getAsLong();
        try {
            return Optional.of(now.found().get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A look that hangs is not doubled: the next one begins when it has ended. */
    private synchronized Look<T> look() {
        Look<T> known = last;
        long now = nanoTime.getAsLong();
        if (known != null && (!known.found().isDone() || now - known.begun() < fresh)) {
            return known;
        }
        var found = new CompletableFuture<T>();
        var begun = new Look<>(found, now);
        last = begun;
        Thread.ofVirtual().name("sample").start(() -> {
            try {
                found.complete(look.get());
            } catch (RuntimeException e) {
                found.completeExceptionally(e);
            }
        });
        return begun;
    }
}
