package io.matricula.reading.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerTimesTest {
    private final AnswerTimes times = new AnswerTimes();

    @Test
    void usual_ofFew_isUnknown() {
        add(19, 1000);
        assertThat(times.usual()).isEmpty();
    }

    @Test
    void usual_ofMany_isWhatMostDidNotExceed() {
        for (int took = 1; took <= 100; took++) {
            times.add(took);
        }
        assertThat(times.usual()).contains(Duration.ofNanos(95));
    }

    @Test
    void usual_afterAChange_forgetsWhatWas() {
        add(300, 1_000_000);
        add(128, 5);
        assertThat(times.usual()).contains(Duration.ofNanos(5));
    }

    private void add(int count, long took) {
        for (int i = 0; i < count; i++) {
            times.add(took);
        }
    }
}
