package io.matricula.recognition.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import org.junit.jupiter.api.Test;

class CornerCheckTest {
    private static final Box BOX = new Box(100, 100, 200, 160);
    private static final Corners OF_BOX = Corners.of(100, 100, 200, 160);

    @Test
    void plausible_tiltedPlate_staysAsItIs() {
        Corners tilted =
                new Corners(new Point(102, 100), new Point(200, 130), new Point(198, 160), new Point(100, 132));

        assertThat(CornerCheck.plausible(tilted, BOX)).isSameAs(tilted);
    }

    @Test
    void plausible_nonsense_becomesTheBox() {
        Corners crossed =
                new Corners(new Point(100, 100), new Point(200, 160), new Point(200, 100), new Point(100, 160));

        assertThat(CornerCheck.plausible(crossed, BOX)).isEqualTo(OF_BOX);
        assertThat(CornerCheck.plausible(Corners.of(150, 120, 152, 122), BOX))
                .as("tiny")
                .isEqualTo(OF_BOX);
        assertThat(CornerCheck.plausible(Corners.of(-900, 100, 900, 160), BOX))
                .as("far")
                .isEqualTo(OF_BOX);
        assertThat(CornerCheck.plausible(Corners.of(Float.NaN, 100, 200, 160), BOX))
                .as("NaN")
                .isEqualTo(OF_BOX);
    }
}
