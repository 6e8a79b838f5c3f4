package io.matricula.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.PictureProblem;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.reading.dispatch.RejectedException;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognizerConfig;
import io.matricula.recognition.read.Batching;
import io.matricula.recognition.read.Batching.When;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the models that are shipped, which share runs here so that their metrics are seen. */
class InProcessDispatchTest {
    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static PlateRecognizer recognizer;

    @BeforeAll
    static void open() {
        recognizer = PlateRecognizer.open(RecognizerConfig.defaults()
                .withBatching(new Batching(When.ALWAYS, 1, Duration.ZERO, new BatchMetrics(METERS))));
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    @Test
    void recognize_aPicture_givesItsPlate() throws Exception {
        RecognitionOutcome outcome = new InProcessDispatch(recognizer).recognize(picture(), request(List.of()), "r");
        assertThat(outcome.results()).singleElement().satisfies(plate -> assertThat(plate.plate())
                .isNotEmpty());
        assertThat(outcome.milliseconds()).containsKeys("decode", "total");
        assertThat(METERS.get("matricula.batch.plates").summary().max()).isEqualTo(1);
        assertThat(METERS.get("matricula.batch.wait")
                        .tag("start", "full")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void recognize_noPicture_saysWhy() {
        rejected(new byte[0], "upload", PictureProblem.EMPTY.text());
        rejected(new byte[] {1, 2, 3}, "upload", PictureProblem.NOT_A_PICTURE.text());
        rejected(Arrays.copyOf(picture(), 20), "upload", PictureProblem.NOT_A_PICTURE.text());
    }

    @Test
    void recognize_aFormatThatIsNone_saysSo() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> new InProcessDispatch(recognizer).recognize(picture(), request(List.of("(")), "r"))
                .satisfies(e -> assertThat(e.field()).isEqualTo("config"))
                .withMessageStartingWith("text_formats: ");
    }

    @Test
    void warmUp_withTheShippedModels_findsItsPlate() {
        new WarmUp(recognizer).run();
    }

    private static void rejected(byte[] picture, String field, String problem) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> new InProcessDispatch(recognizer).recognize(picture, request(List.of()), "r"))
                .withMessage(problem)
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    private static byte[] picture() {
        return WarmUp.picture();
    }

    private static RecognitionRequest request(List<String> formats) {
        return new RecognitionRequest(List.of(), false, 0.2, 0.6, Mode.NORMAL, formats, false, false, false, false);
    }
}
