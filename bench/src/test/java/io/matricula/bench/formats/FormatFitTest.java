package io.matricula.bench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.region.FormatTuning;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class FormatFitTest {
    @Test
    void fit_smoothLoss_findsTheLeastAmongTheChoices() {
        FormatTuning start = FormatTuning.fitted();
        FormatFit fit = new FormatFit(
                tuning -> Math.pow(tuning.power() - 0.5, 2) + Math.pow(tuning.chosen() - 0.2 * tuning.power(), 2),
                new PrintStream(new ByteArrayOutputStream()));
        FormatTuning found = fit.from(start);
        assertThat(found.power()).isEqualTo(0.5);
        assertThat(found.chosen()).isEqualTo(0.1);
        assertThat(found.visualTrust()).isEqualTo(start.visualTrust());
        assertThat(found.hintTrust()).isEqualTo(start.hintTrust());
    }
}
