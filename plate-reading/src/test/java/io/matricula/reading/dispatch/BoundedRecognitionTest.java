package io.matricula.reading.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.ApiError;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedRecognitionTest {
    private static final RecognitionRequest REQUEST =
            new RecognitionRequest(List.of(), false, 0.2, 0.6, Mode.NORMAL, List.of(), false, false, false, false);
    private static final RecognitionOutcome OUTCOME =
            new RecognitionOutcome(1, 1, List.of(), List.of(), null, List.of(), Map.of());

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void recognize_byManyClients_runsOnlySoManyAtOnce() throws Exception {
        var bounded = bounded("2", "20s", 5);
        release.countDown();
        List<? extends Future<?>> calls = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> clients.submit(() -> bounded.recognize(new byte[1], REQUEST, "r")))
                .toList();
        for (Future<?> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(OUTCOME);
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void recognize_whenTheWaitWouldBeTooLong_isTurnedAwayAtOnce() throws Exception {
        // Without experience a recognition is taken to last 100 ms: the third in line would wait 300 ms.
        var bounded = bounded("1", "250ms", 0);
        clients.submit(() -> bounded.recognize(new byte[1], REQUEST, "r"));
        while (running.get() == 0) {
            Thread.onSpinWait();
        }
        clients.submit(() -> bounded.recognize(new byte[1], REQUEST, "r"));
        clients.submit(() -> bounded.recognize(new byte[1], REQUEST, "r"));
        Thread.sleep(50);
        long start = System.nanoTime();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> bounded.recognize(new byte[1], REQUEST, "r"))
                .matches(e -> e.error() == ApiError.BUSY)
                .satisfies(e -> assertThat(e.headers()).containsEntry("Retry-After", "1"));
        assertThat(System.nanoTime() - start).isLessThan(150_000_000L);
    }

    @Test
    void recognize_whenNoTurnComes_isTurnedAwayAfterTheWait() {
        var bounded = bounded("1", "150ms", 0);
        clients.submit(() -> bounded.recognize(new byte[1], REQUEST, "r"));
        while (running.get() == 0) {
            Thread.onSpinWait();
        }
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> bounded.recognize(new byte[1], REQUEST, "r"))
                .matches(e -> e.error() == ApiError.BUSY);
    }

    @Test
    void recognize_afterAFault_stillHasItsTurn() throws Exception {
        var bounded = new BoundedRecognition(
                (picture, request, id) -> {
                    if (picture.length == 0) {
                        throw new IllegalStateException("broken");
                    }
                    return OUTCOME;
                },
                Settings.with(Map.of("matricula.recognition.concurrent", "1")),
                meters);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> bounded.recognize(new byte[0], REQUEST, "r"));
        }
        assertThat(bounded.recognize(new byte[1], REQUEST, "r")).isEqualTo(OUTCOME);
    }

    @Test
    void recognize_forACallerWhoHasLeft_isNotDone() {
        var bounded = bounded("1", "1s", 0);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> bounded.recognize(new byte[1], REQUEST, "r", () -> true));
        assertThat(most).hasValue(0);
        assertThat(meters.get("matricula.recognition.running").gauge().value()).isZero();
    }

    @Test
    void recognize_always_isMeasured() throws Exception {
        var bounded = bounded("1", "20s", 0);
        Future<?> first = clients.submit(() -> bounded.recognize(new byte[1], REQUEST, "r"));
        while (running.get() == 0) {
            Thread.onSpinWait();
        }
        Future<?> second = clients.submit(() -> bounded.recognize(new byte[1], REQUEST, "r"));
        while (meters.get("matricula.recognition.waiting").gauge().value() < 1) {
            Thread.onSpinWait();
        }
        assertThat(meters.get("matricula.recognition.running").gauge().value()).isEqualTo(1);
        release.countDown();
        first.get();
        second.get();
        assertThat(meters.get("matricula.recognition").timer().count()).isEqualTo(2);
        assertThat(meters.get("matricula.recognition.wait").timer().count()).isEqualTo(2);
    }

    private BoundedRecognition bounded(String concurrent, String maxWait, long millis) {
        RecognitionDispatch slow = (picture, request, id) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                release.await(10, TimeUnit.SECONDS);
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                running.decrementAndGet();
            }
            return OUTCOME;
        };
        return new BoundedRecognition(
                slow,
                Settings.with(Map.of(
                        "matricula.recognition.concurrent", concurrent, "matricula.recognition.max-wait", maxWait)),
                meters);
    }
}
