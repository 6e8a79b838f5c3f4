package io.matricula.reading.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.ApiError;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.Settings;
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

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void recognize_byManyClients_runsOnlySoManyAtOnce() throws Exception {
        var bounded = bounded("2", "20s", 5);
        release.countDown();
        List<? extends Future<?>> calls = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> clients.submit(() -> bounded.recognize(new byte[1], REQUEST)))
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
        clients.submit(() -> bounded.recognize(new byte[1], REQUEST));
        while (running.get() == 0) {
            Thread.onSpinWait();
        }
        clients.submit(() -> bounded.recognize(new byte[1], REQUEST));
        clients.submit(() -> bounded.recognize(new byte[1], REQUEST));
        Thread.sleep(50);
        long start = System.nanoTime();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> bounded.recognize(new byte[1], REQUEST))
                .matches(e -> e.error() == ApiError.BUSY)
                .satisfies(e -> assertThat(e.headers()).containsEntry("Retry-After", "1"));
        assertThat(System.nanoTime() - start).isLessThan(150_000_000L);
    }

    @Test
    void recognize_whenNoTurnComes_isTurnedAwayAfterTheWait() {
        var bounded = bounded("1", "150ms", 0);
        clients.submit(() -> bounded.recognize(new byte[1], REQUEST));
        while (running.get() == 0) {
            Thread.onSpinWait();
        }
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> bounded.recognize(new byte[1], REQUEST))
                .matches(e -> e.error() == ApiError.BUSY);
    }

    @Test
    void recognize_afterAFault_stillHasItsTurn() throws Exception {
        var bounded = new BoundedRecognition(
                (picture, request) -> {
                    if (picture.length == 0) {
                        throw new IllegalStateException("broken");
                    }
                    return OUTCOME;
                },
                Settings.with(Map.of("matricula.recognition.concurrent", "1")));
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> bounded.recognize(new byte[0], REQUEST));
        }
        assertThat(bounded.recognize(new byte[1], REQUEST)).isEqualTo(OUTCOME);
    }

    private BoundedRecognition bounded(String concurrent, String maxWait, long millis) {
        RecognitionDispatch slow = (picture, request) -> {
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
                        "matricula.recognition.concurrent", concurrent, "matricula.recognition.max-wait", maxWait)));
    }
}
