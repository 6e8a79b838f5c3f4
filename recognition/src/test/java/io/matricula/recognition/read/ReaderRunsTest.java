package io.matricula.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.recognition.onnx.BufferPool;
import io.matricula.recognition.onnx.FloatTensor;
import io.matricula.recognition.read.Batching.When;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReaderRunsTest {
    private static final int CAPACITY = 8;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rooms = new AtomicInteger();
    private final AtomicInteger runs = new AtomicInteger();

    private record Told(int plates, long waitedNanos, boolean full) {}

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void read_byManyCallers_givesEachItsOwn() throws Exception {
        ReaderRuns shared = shared(Duration.ofMillis(1), ReaderRunsTest::echo);
        AtomicInteger all = new AtomicInteger();
        List<Future<?>> callers = new ArrayList<>();
        for (int caller = 0; caller < 16; caller++) {
            Random random = new Random(caller);
            callers.add(threads.submit(() -> {
                for (int round = 0; round < 300; round++) {
                    int plates = random.nextInt(1, CAPACITY + 1);
                    all.addAndGet(plates);
                    readAndCheck(shared, plates, (byte) random.nextInt());
                }
            }));
        }
        for (Future<?> caller : callers) {
            caller.get();
        }
        assertThat(told.stream().mapToInt(Told::plates).sum()).isEqualTo(all.get());
        assertThat(told).allMatch(run -> run.plates() <= CAPACITY);
        assertThat(told.size()).isLessThan(16 * 300);
        assertThat(rooms).hasValueLessThan(40);
    }

    @Test
    void read_alone_startsWhenTheWaitIsOver() {
        ReaderRuns shared = shared(Duration.ofMillis(30), ReaderRunsTest::echo);
        readAndCheck(shared, 2, (byte) 7);
        assertThat(told).singleElement().satisfies(run -> {
            assertThat(run.plates()).isEqualTo(2);
            assertThat(run.full()).isFalse();
            assertThat(run.waitedNanos()).isGreaterThanOrEqualTo(30_000_000);
        });
    }

    @Test
    void read_whenFull_doesNotWait() throws Exception {
        ReaderRuns shared = shared(Duration.ofSeconds(20), ReaderRunsTest::echo);
        Future<?> first = threads.submit(() -> readAndCheck(shared, 3, (byte) 1));
        Future<?> second = threads.submit(() -> readAndCheck(shared, 5, (byte) 2));
        first.get(5, TimeUnit.SECONDS);
        second.get(5, TimeUnit.SECONDS);
        assertThat(told).singleElement().matches(run -> run.plates() == 8 && run.full());
    }

    @Test
    void read_whenMoreDoNotFit_startsWithoutThem() throws Exception {
        ReaderRuns shared = shared(Duration.ofSeconds(20), ReaderRunsTest::echo);
        Future<?> first = threads.submit(() -> readAndCheck(shared, 5, (byte) 1));
        while (rooms.get() < 1) {
            Thread.onSpinWait();
        }
        Future<?> second = threads.submit(() -> readAndCheck(shared, CAPACITY, (byte) 2));
        first.get(5, TimeUnit.SECONDS);
        second.get(5, TimeUnit.SECONDS);
        assertThat(told).extracting(Told::plates).containsExactlyInAnyOrder(5, CAPACITY);
        assertThat(told).allMatch(Told::full);
    }

    @Test
    void read_whenTheNetworkFails_failsForAllAndGoesOn() throws Exception {
        AtomicInteger broken = new AtomicInteger(1);
        ReaderRuns shared = shared(Duration.ofSeconds(20), (room, plates) -> {
            if (broken.getAndDecrement() > 0) {
                throw new IllegalStateException("no network");
            }
            echo(room, plates);
        });
        List<Future<?>> callers = new ArrayList<>();
        for (int caller = 0; caller < 2; caller++) {
            callers.add(threads.submit(() -> readAndCheck(shared, CAPACITY / 2, (byte) 1)));
        }
        for (Future<?> caller : callers) {
            assertThatThrownBy(caller::get).hasRootCauseMessage("no network");
        }
        readAndCheck(shared, CAPACITY, (byte) 3);
        assertThat(rooms).hasValue(1);
    }

    @Test
    void close_byALeaderThatGivesUp_leavesTheRunToTheOthers() throws Exception {
        ReaderRuns shared = shared(Duration.ofMillis(100), ReaderRunsTest::echo);
        Future<?> leader = threads.submit(() -> {
            try (ReaderRuns.Place place = shared.take(2)) {
                throw new IllegalStateException("no corners");
            }
        });
        while (rooms.get() < 1) {
            Thread.onSpinWait();
        }
        Future<?> other = threads.submit(() -> readAndCheck(shared, 3, (byte) 9));
        assertThatThrownBy(leader::get).hasRootCauseMessage("no corners");
        other.get(5, TimeUnit.SECONDS);
    }

    @Test
    void take_unshared_neverSharesAndTellsNobody() throws Exception {
        ReaderRuns alone = runs(false, Duration.ofSeconds(20), ReaderRunsTest::echo);
        List<Future<?>> callers = new ArrayList<>();
        for (int caller = 0; caller < 4; caller++) {
            callers.add(threads.submit(() -> readAndCheck(alone, 1, (byte) 5)));
        }
        for (Future<?> caller : callers) {
            caller.get(5, TimeUnit.SECONDS);
        }
        assertThat(runs).hasValue(4);
        assertThat(told).isEmpty();
    }

    @Test
    void batching_ofNothing_isRefused() {
        assertThatThrownBy(() -> new Batching(When.NEVER, 0, Duration.ZERO, (plates, waited, full) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void readAndCheck(ReaderRuns runs, int plates, byte value) {
        try (ReaderRuns.Place place = runs.take(plates)) {
            for (int plate = 0; plate < plates; plate++) {
                place.room().plates().put(place.first() + plate, (byte) (value + plate));
            }
            place.read();
            for (int plate = 0; plate < plates; plate++) {
                assertThat(place.room().text().floats().get(place.first() + plate))
                        .isEqualTo((byte) (value + plate));
            }
        }
    }

    private static void echo(ReaderRoom room, int plates) {
        for (int plate = 0; plate < plates; plate++) {
            room.text().floats().put(plate, room.plates().get(plate));
        }
    }

    private ReaderRuns shared(Duration wait, ReaderRuns.Network network) {
        return runs(true, wait, network);
    }

    private ReaderRuns runs(boolean shared, Duration wait, ReaderRuns.Network network) {
        Batching batching = new Batching(
                When.ALWAYS, CAPACITY, wait, (plates, waited, full) -> told.add(new Told(plates, waited, full)));
        ReaderRuns.Network counted = (room, plates) -> {
            runs.incrementAndGet();
            network.run(room, plates);
        };
        return new ReaderRuns(counted, new BufferPool<>(this::room), CAPACITY, shared, batching);
    }

    private ReaderRoom room() {
        rooms.incrementAndGet();
        return new ReaderRoom(
                ByteBuffer.allocateDirect(CAPACITY), FloatTensor.of(CAPACITY, 1), FloatTensor.of(CAPACITY, 1));
    }
}
