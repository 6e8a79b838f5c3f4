package io.matricula.reading.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.matricula.contract.ApiError;
import io.matricula.contract.ErrorAnswer;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.http.errors.ApiException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpDispatchTest {
    private static final RecognitionRequest REQUEST =
            new RecognitionRequest(List.of("fr"), false, 0.2, 0.6, Mode.NORMAL, List.of(), false, false, false, false);

    private final List<FakeWorker> started = new ArrayList<>();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() {
        clients.shutdownNow();
        started.forEach(FakeWorker::close);
    }

    @Test
    void recognize_byOneWorker_givesItsOutcome() throws Exception {
        FakeWorker worker = worker(FakeWorker.WELL);
        HttpDispatch dispatch = to(Map.of("matricula.dispatch.secret", "s3cret"), worker.address());
        RecognitionOutcome outcome = dispatch.recognize(picture(42), REQUEST, "abc123");
        assertThat(outcome.imageWidth()).isEqualTo(42);
        assertThat(outcome.unknownRegions()).containsExactly("fr");
        assertThat(worker.headers().peek())
                .containsEntry("x-request-id", "abc123")
                .containsEntry("x-matricula-secret", "s3cret");
        assertThat(dispatch.concurrent()).isEqualTo(32);
    }

    @Test
    void recognize_aRejectedPicture_isRejectedAndNotTriedAgain() throws Exception {
        FakeWorker one = worker(FakeWorker.REJECTING);
        FakeWorker two = worker(FakeWorker.REJECTING);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> to(Map.of(), one.address(), two.address()).recognize(picture(1), REQUEST, "r"))
                .withMessage("no picture")
                .matches(e -> e.field().equals("upload"));
        assertThat(one.taken() + two.taken()).isEqualTo(1);
    }

    @Test
    void recognize_aPictureTooLargeForEveryWorker_is413AndNotTriedAgain() throws Exception {
        FakeWorker one = worker(FakeWorker.NARROW);
        FakeWorker two = worker(FakeWorker.NARROW);
        HttpDispatch dispatch = to(Map.of(), one.address(), two.address(), nobody());
        for (int call = 1; call <= 10; call++) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> dispatch.recognize(picture(1), REQUEST, "r"))
                    .satisfies(e -> assertThat(e.answer())
                            .isEqualTo(new ErrorAnswer(
                                    "The picture is too large: no worker takes it.",
                                    413,
                                    "The picture is too large: no worker takes it.",
                                    Map.of())));
            assertThat(List.of(one.taken(), two.taken())).containsOnly(call);
        }
        one.behave(FakeWorker.WELL);
        assertThat(dispatch.recognize(picture(3), REQUEST, "r").imageWidth()).isEqualTo(3);
    }

    @Test
    void recognize_aPictureTooLargeForOneWhileTheOtherIsBusy_isBusy() throws Exception {
        FakeWorker narrow = worker(FakeWorker.NARROW);
        FakeWorker full = worker(FakeWorker.BUSY);
        busy(to(Map.of(), narrow.address(), full.address()), "7");
        assertThat(narrow.taken()).isEqualTo(1);
    }

    @Test
    void recognize_aPictureTooLargeForOneWhileTheOtherFails_isAFaultOfOurs() throws Exception {
        HttpDispatch dispatch = to(
                Map.of(),
                worker(FakeWorker.NARROW).address(),
                worker(FakeWorker.BROKEN).address());
        assertThatIllegalStateException().isThrownBy(() -> dispatch.recognize(picture(1), REQUEST, "r"));
    }

    @Test
    void recognize_whenAllAreBusy_isBusyWithTheirWord() throws Exception {
        FakeWorker one = worker(FakeWorker.BUSY);
        FakeWorker two = worker(FakeWorker.BUSY);
        HttpDispatch dispatch = to(Map.of(), one.address(), two.address(), nobody());
        for (int call = 1; call <= 10; call++) {
            busy(dispatch, "7");
            assertThat(one.taken()).isEqualTo(call);
            assertThat(two.taken()).isEqualTo(call);
        }
        one.behave(FakeWorker.WELL);
        assertThat(dispatch.recognize(picture(3), REQUEST, "r").imageWidth()).isEqualTo(3);
    }

    @Test
    void recognize_whenTheOnlyWorkerIsBusy_asksItOnce() throws Exception {
        FakeWorker worker = worker(FakeWorker.BUSY);
        busy(to(Map.of(), worker.address()), "7");
        assertThat(worker.taken()).isEqualTo(1);
    }

    @Test
    void recognize_whenNobodyCanBeReached_isBusy() throws Exception {
        HttpDispatch dispatch = to(Map.of(), nobody(), nobody());
        for (int call = 0; call < 20; call++) {
            busy(dispatch, "1");
        }
    }

    @Test
    void recognize_whenAConnectionBreaks_triesOnceMore() throws Exception {
        FakeWorker crashing = worker(FakeWorker.CRASHING);
        FakeWorker well = worker(FakeWorker.WELL);
        HttpDispatch dispatch = to(Map.of(), crashing.address(), well.address());
        for (int call = 0; call < 10; call++) {
            assertThat(dispatch.recognize(picture(call), REQUEST, "r").imageWidth())
                    .isEqualTo(call);
        }
    }

    @Test
    void recognize_aPictureThatBringsWorkersDown_bringsDownTwoAtMost() throws Exception {
        List<FakeWorker> workers = List.of(
                worker(FakeWorker.BROKEN),
                worker(FakeWorker.BROKEN),
                worker(FakeWorker.BROKEN),
                worker(FakeWorker.BROKEN));
        HttpDispatch dispatch =
                to(Map.of(), workers.stream().map(FakeWorker::address).toArray(URI[]::new));
        assertThatIllegalStateException().isThrownBy(() -> dispatch.recognize(picture(1), REQUEST, "r"));
        assertThat(workers.stream().mapToInt(FakeWorker::taken).sum()).isEqualTo(2);
    }

    @Test
    void recognize_withADeadASlowAndAFullWorker_losesNoCall() throws Exception {
        FakeWorker well = worker(FakeWorker.after(5));
        FakeWorker slow = worker(FakeWorker.after(300));
        FakeWorker full = worker(FakeWorker.BUSY);
        HttpDispatch dispatch = to(
                Map.of("matricula.dispatch.hedge-after", "60ms"),
                nobody(),
                slow.address(),
                full.address(),
                well.address());
        List<Future<Integer>> calls = new ArrayList<>();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        for (int call = 0; call < 400; call++) {
            int number = call % 100;
            calls.add(callers.submit(
                    () -> dispatch.recognize(picture(number), REQUEST, "r").imageWidth()));
        }
        for (int call = 0; call < calls.size(); call++) {
            assertThat(calls.get(call).get()).isEqualTo(call % 100);
        }
        callers.shutdown();
        assertThat(well.recognised()).isGreaterThan(300);
    }

    @Test
    void recognize_whenOneIsLate_takesTheOthersOutcomeAndCancelsTheLoser() throws Exception {
        FakeWorker silent = worker(FakeWorker.SILENT);
        FakeWorker well = worker(FakeWorker.WELL);
        HttpDispatch dispatch = to(Map.of("matricula.dispatch.hedge-after", "50ms"), silent.address(), well.address());
        long start = System.nanoTime();
        assertThat(dispatch.recognize(picture(9), REQUEST, "r").imageWidth()).isEqualTo(9);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(50), Duration.ofSeconds(5));
        awaitUntil(() -> silent.abandoned() == 1);
        assertThat(meters.get("matricula.dispatch.hedges").counter().count()).isEqualTo(1);
    }

    @Test
    void recognize_whenOneIsLateAndTheOtherIsLeftAlone_waitsForIt() throws Exception {
        FakeWorker late = worker(FakeWorker.after(150));
        HttpDispatch dispatch = to(
                Map.of("matricula.dispatch.hedge-after", "30ms", "matricula.dispatch.rest", "1m"),
                late.address(),
                nobody());
        for (int call = 0; call < 12; call++) {
            assertThat(dispatch.recognize(picture(call), REQUEST, "r").imageWidth())
                    .isEqualTo(call);
        }
        double before = meters.get("matricula.dispatch.hedges").counter().count();
        dispatch.recognize(picture(1), REQUEST, "r");
        assertThat(meters.get("matricula.dispatch.hedges").counter().count()).isEqualTo(before);
    }

    @Test
    void recognize_withAWorkerThatIsAlwaysLate_soonLeavesItAlone() throws Exception {
        FakeWorker silent = worker(FakeWorker.SILENT);
        FakeWorker well = worker(FakeWorker.WELL);
        HttpDispatch dispatch = to(
                Map.of("matricula.dispatch.hedge-after", "20ms", "matricula.dispatch.rest", "1m"),
                silent.address(),
                well.address());
        for (int call = 0; call < 60; call++) {
            dispatch.recognize(picture(1), REQUEST, "r");
        }
        assertThat(silent.taken()).isLessThan(20);
    }

    @Test
    void recognize_withoutASetting_hedgesWhenAnswersAreUsuallyThere() throws Exception {
        FakeWorker one = worker(FakeWorker.WELL);
        FakeWorker two = worker(FakeWorker.WELL);
        HttpDispatch dispatch = to(Map.of(), one.address(), two.address());
        for (int call = 0; call < 40; call++) {
            dispatch.recognize(picture(1), REQUEST, "r");
        }
        one.behave(FakeWorker.SILENT);
        for (int call = 0; call < 2; call++) {
            dispatch.recognize(picture(1), REQUEST, "r");
        }
        awaitUntil(() -> one.abandoned() == 1);
    }

    @Test
    void recognize_withABrokenWorker_leavesItAlone() throws Exception {
        FakeWorker broken = worker(FakeWorker.BROKEN);
        FakeWorker well = worker(FakeWorker.WELL);
        HttpDispatch dispatch = to(Map.of("matricula.dispatch.rest", "1m"), broken.address(), well.address());
        recognizeTwentyTimes(dispatch);
        assertThat(broken.taken()).isBetween(5, 10);
        broken.behave(FakeWorker.WELL);
        recognizeTwentyTimes(dispatch);
        assertThat(broken.recognised()).isZero();
        assertThat(meters.get("matricula.dispatch.open").gauges().stream()
                        .mapToDouble(gauge -> gauge.value())
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void recognize_whenABrokenWorkersRestIsOver_comesBackToIt() throws Exception {
        FakeWorker broken = worker(FakeWorker.BROKEN);
        FakeWorker well = worker(FakeWorker.WELL);
        HttpDispatch dispatch = to(Map.of("matricula.dispatch.rest", "200ms"), broken.address(), well.address());
        recognizeTwentyTimes(dispatch);
        broken.behave(FakeWorker.WELL);
        Thread.sleep(250);
        recognizeTwentyTimes(dispatch);
        assertThat(broken.recognised()).isGreaterThan(5);
    }

    private static void recognizeTwentyTimes(HttpDispatch dispatch) throws RejectedException {
        for (int call = 0; call < 20; call++) {
            dispatch.recognize(picture(1), REQUEST, "r");
        }
    }

    @Test
    void recognize_whenNobodyAnswers_isBusyAtTheLimitAndLeavesNothingBehind() throws Exception {
        FakeWorker silent = worker(FakeWorker.SILENT);
        busy(to(Map.of("matricula.dispatch.timeout", "200ms"), silent.address()), "1");
        awaitUntil(() -> silent.abandoned() == 1);
    }

    @Test
    void recognize_behindABalancer_hedgesToTheSameAddress() throws Exception {
        FakeWorker one = worker(FakeWorker.after(100));
        HttpDispatch dispatch = to(
                Map.of("matricula.dispatch.balanced", "true", "matricula.dispatch.hedge-after", "30ms"), one.address());
        assertThat(dispatch.recognize(picture(5), REQUEST, "r").imageWidth()).isEqualTo(5);
        assertThat(one.taken()).isEqualTo(2);
    }

    @Test
    void recognize_withoutWorkers_isBusy() {
        busy(to(Map.of()), "30");
    }

    private static void busy(HttpDispatch dispatch, String seconds) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> dispatch.recognize(picture(1), REQUEST, "r"))
                .matches(e -> e.error() == ApiError.BUSY)
                .satisfies(e -> assertThat(e.headers()).containsEntry("Retry-After", seconds));
    }

    private static void awaitUntil(BooleanSupplier condition) throws InterruptedException {
        for (int turn = 0; turn < 500 && !condition.getAsBoolean(); turn++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static byte[] picture(int number) {
        byte[] picture = new byte[50_000];
        picture[0] = (byte) number;
        return picture;
    }

    private FakeWorker worker(FakeWorker.Behaviour behaviour) throws IOException {
        FakeWorker worker = new FakeWorker(behaviour);
        started.add(worker);
        return worker;
    }

    private static URI nobody() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
    }

    private HttpDispatch to(Map<String, String> keys, URI... workers) {
        Map<String, String> all = new HashMap<>(keys);
        if (workers.length > 0) {
            all.put(
                    "matricula.dispatch.workers",
                    Stream.of(workers).map(URI::toString).collect(Collectors.joining(",")));
        }
        return HttpDispatch.to(DispatchConfigTest.with(all), meters);
    }
}
