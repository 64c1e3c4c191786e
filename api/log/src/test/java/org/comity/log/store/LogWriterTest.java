package org.comity.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.comity.log.names.EventCodec;
import org.comity.log.store.Append.NewEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogWriterTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final String KEY = "ab".repeat(32);

    private final TestDatabase database = TestDatabase.withLog();
    private final HikariDataSource other = database.appOfAnotherNode();
    private final EventLog log = new EventLog(database.app(), EventCodec.OF_THE_HOUSE);
    private final AtomicLong told = new AtomicLong(-1);
    private final LogWriter here = writer(InstantSource.system());
    private final LogWriter there = new LogWriter(other, InstantSource.system(), told::set);

    @AfterEach
    void close() {
        other.close();
        database.close();
    }

    @Test
    void givesPositionsWithoutGapsOverManyThreadsOfTwoNodes() throws Exception {
        int threads = 16;
        int each = 40;

        List<LogWriter.Place> places = together(IntStream.range(0, threads)
                        .<Callable<List<LogWriter.Place>>>mapToObj(thread -> () -> {
                            var mine = new ArrayList<LogWriter.Place>();
                            String stream = UUID.randomUUID().toString();
                            for (int i = 0; i < each; i++) {
                                mine.add((thread % 2 == 0 ? here : there)
                                        .append(new Append(List.of(event(stream, 2 * i), event(stream, 2 * i + 1)))));
                            }
                            return mine;
                        })
                        .toList())
                .stream()
                .flatMap(List::stream)
                .toList();

        List<StoredEvent> stored = log.storedAfter(-1, 10_000);
        assertThat(stored.stream().map(event -> event.envelope().position()))
                .containsExactlyElementsOf(
                        LongStream.range(0, 2L * threads * each).boxed().toList());
        assertThat(places.stream().map(LogWriter.Place::position)).doesNotHaveDuplicates();
        assertThat(stored.stream().map(event -> event.envelope().recordedAt())).isSorted();
        assertThat(stored).allMatch(StoredEvent::isIntact);
        assertThat(NaiveLedger.forged(database.app())).isEmpty();
    }

    @Test
    void tellsTheRightPlaceToEachOfABatch() throws Exception {
        List<String> streams = IntStream.range(0, 64)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();

        List<LogWriter.Place> places = together(streams.stream()
                .<Callable<LogWriter.Place>>map(stream -> () -> here.append(one(stream, 0)))
                .toList());

        for (int i = 0; i < streams.size(); i++) {
            var envelope = log.storedEvents(streams.get(i), 0).getFirst().envelope();
            assertThat(new LogWriter.Place(envelope.position(), envelope.recordedAt()))
                    .isEqualTo(places.get(i));
        }
    }

    @Test
    void neverRecordsAnEarlierMomentWhenTheClockIsPutBack() {
        here.append(one("a", 0));
        writer(InstantSource.fixed(NOON)).append(one("a", 1));
        LogWriter.Place ahead = writer(InstantSource.fixed(NOON.plusSeconds(1_000_000_000_000L / 1000)))
                .append(one("a", 2));
        LogWriter.Place behind = writer(InstantSource.fixed(NOON)).append(one("a", 3));

        assertThat(behind.recordedAt()).isEqualTo(ahead.recordedAt());
        assertThat(log.storedEvents("a", 0).stream()
                        .map(event -> event.envelope().recordedAt()))
                .isSorted();
    }

    @Test
    void recordsInMicroseconds() {
        LogWriter.Place place =
                writer(InstantSource.fixed(NOON.plusNanos(123_456_789))).append(one("a", 0));

        assertThat(place.recordedAt()).isEqualTo(NOON.plusNanos(123_456_000));
        assertThat(log.end()).isEqualTo(new End(0, place.recordedAt()));
    }

    @Test
    void tellsTheLoserOfAPlaceInTheStreamAndWritesTheOthersOfItsBatch() throws Exception {
        here.append(one("a", 0));
        List<Callable<Object>> appends = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String stream = "winner-" + i;
            appends.add(() -> there.append(one(stream, 0)));
            appends.add(() -> failure(() -> there.append(one("a", 0))));
        }

        List<Object> answers = together(appends);

        assertThat(answers.stream().filter(LogWriter.Lost.class::isInstance)).hasSize(10);
        assertThat(answers.stream().filter(LogWriter.Place.class::isInstance)).hasSize(10);
        assertThat(log.end().position()).isEqualTo(10);
    }

    @Test
    void takesTheEventsOfACommandWholeOrNotAtAll() {
        here.append(one("a", 1));

        assertThatThrownBy(() -> here.append(new Append(List.of(event("a", 0), event("a", 1)))))
                .isInstanceOf(LogWriter.Lost.class);

        assertThat(log.storedEvents("a", 0)).hasSize(1);
        assertThat(log.end().position()).isZero();
    }

    @Test
    void takesACommandKeyOnceEvenAtTheSameTimeOnTwoNodes() throws Exception {
        for (int round = 0; round < 20; round++) {
            String key = "%064x".formatted(round);
            String a = UUID.randomUUID().toString();
            String b = UUID.randomUUID().toString();

            List<Object> answers = together(List.of(
                    () -> failureOr(() -> here.append(one(a, 0, key))),
                    () -> failureOr(() -> there.append(one(b, 0, key)))));

            assertThat(answers.stream().filter(LogWriter.Place.class::isInstance))
                    .hasSize(1);
            assertThat(answers.stream().filter(CommandKeyTaken.class::isInstance))
                    .hasSize(1);
            assertThat(Stream.of(a, b).flatMap(s -> log.storedEvents(s, 0).stream()))
                    .singleElement()
                    .matches(event -> key.equals(event.commandKey()));
        }
    }

    @Test
    void saysWhichKeyWasTaken() {
        here.append(one("a", 0, KEY));

        assertThatThrownBy(() -> there.append(one("b", 0, KEY)))
                .isInstanceOfSatisfying(CommandKeyTaken.class, taken -> assertThat(taken.commandKey())
                        .isEqualTo(KEY));
    }

    @Test
    void writesOnAfterARefusal() {
        here.append(one("a", 0));
        failure(() -> here.append(one("a", 0)));

        assertThat(here.append(one("a", 1)).position()).isEqualTo(1);
        assertThat(told).hasValue(1);
    }

    @Test
    void repeatsNoValueOfARefusedRowInItsError() {
        var tooLong = new NewEvent("a", -1, UUID.randomUUID(), "n", "1", "{}", "{\"secret\":1}", null);

        assertThatThrownBy(() -> here.append(new Append(List.of(tooLong))))
                .hasMessageContaining("23514")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    private LogWriter writer(InstantSource clock) {
        return new LogWriter(database.app(), clock, told::set);
    }

    static Append one(String stream, long sequence) {
        return new Append(List.of(event(stream, sequence)));
    }

    private static Append one(String stream, long sequence, String key) {
        return new Append(List.of(new NewEvent(stream, sequence, UUID.randomUUID(), "n", "1", "{}", "{}", key)));
    }

    private static NewEvent event(String stream, long sequence) {
        return new NewEvent(
                stream, sequence, UUID.randomUUID(), "n", "1", "{\"a\":\"é\"}", "{\"b\":\"\\\"行动\\\\\"}", null);
    }

    private static Object failure(Callable<?> call) {
        Object answer = failureOr(call);
        assertThat(answer).isInstanceOf(RuntimeException.class);
        return answer;
    }

    private static Object failureOr(Callable<?> call) {
        try {
            return call.call();
        } catch (Exception e) {
            return e;
        }
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
