package org.comity.log.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void looksOnceForManyReadersUntilItIsOld() {
        var sample = new Sample<>(looks::incrementAndGet, FRESH, FRESH, nanos::get);
        for (int i = 0; i < 100; i++) {
            assertThat(sample.read(Integer::doubleValue)).isEqualTo(1);
        }
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(sample.read(Integer::doubleValue)).isEqualTo(2);
    }

    @Test
    void isNoNumberWhereTheLookFails() {
        var sample = new Sample<Integer>(
                () -> {
                    looks.incrementAndGet();
                    throw new IllegalStateException("the database is away");
                },
                FRESH,
                FRESH,
                nanos::get);
        assertThat(sample.read(Integer::doubleValue)).isNaN();
        assertThat(sample.read(Integer::doubleValue)).isNaN();
        assertThat(looks).hasValue(1);
    }

    @Test
    void doesNotWaitForALookThatHangsAndDoesNotBeginAnother() {
        var away = new CountDownLatch(1);
        var sample = new Sample<>(() -> {
            looks.incrementAndGet();
            await().until(() -> away.getCount() == 0);
            return looks.get();
        });
        long begun = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(sample.read(Integer::doubleValue)).isNaN();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(looks).hasValue(1);
        away.countDown();
        await().until(() -> sample.read(Integer::doubleValue) == 1);
    }
}
