package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.read.Batching;
import io.matricula.recognition.read.Batching.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Pictures that share runs of the shipped reader are read as pictures that don't. */
class SharedRunsTest {
    private static final RecognitionOptions OPTIONS = RecognitionOptions.defaults();
    private static final int ROUNDS = 12;

    private final List<byte[]> pictures = List.of(
            street("KA34TE", "LX72VN"),
            street("HN7432X", "TE24KA"),
            street("XV27LK", "AH43TN"),
            street("NK22EH", "FL3374"));

    @Test
    void recognize_bySharedRuns_givesTheSame() throws Exception {
        List<List<Plate>> alone = new ArrayList<>();
        try (PlateRecognizer recognizer = PlateRecognizer.open(config(Batching.defaults()))) {
            for (byte[] picture : pictures) {
                alone.add(recognizer.recognize(picture, OPTIONS).plates());
            }
        }
        ConcurrentLinkedQueue<Integer> runs = new ConcurrentLinkedQueue<>();
        Batching always =
                new Batching(When.ALWAYS, 16, Duration.ofMillis(50), (plates, waited, full) -> runs.add(plates));
        try (PlateRecognizer recognizer = PlateRecognizer.open(config(always))) {
            ExecutorService threads = Executors.newFixedThreadPool(pictures.size());
            List<Future<List<Plate>>> shared = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (byte[] picture : pictures) {
                    shared.add(threads.submit(
                            () -> recognizer.recognize(picture, OPTIONS).plates()));
                }
            }
            for (int at = 0; at < shared.size(); at++) {
                assertThat(shared.get(at).get()).isEqualTo(alone.get(at % pictures.size()));
            }
            threads.shutdown();
        }
        assertThat(alone).allSatisfy(plates -> assertThat(plates).hasSize(2));
        assertThat(runs).hasSizeLessThan(ROUNDS * pictures.size());
        assertThat(runs.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * ROUNDS * pictures.size());
    }

    private static RecognizerConfig config(Batching batching) {
        return RecognizerConfig.defaults().withDevice(Device.CPU).withBatching(batching);
    }

    private static byte[] street(String left, String right) {
        return new DrawnPicture(1280, 720)
                .car(60, 200, 500)
                .plate(left, 210, 410, 200)
                .car(680, 200, 520)
                .plate(right, 840, 420, 200)
                .encode("jpg");
    }
}
