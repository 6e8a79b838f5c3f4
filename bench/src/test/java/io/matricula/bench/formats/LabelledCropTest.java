package io.matricula.bench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledCropTest {
    @Test
    void place_withoutCorners_leavesTheMarginInsideThePicture() {
        Corners place = new LabelledCrop("a.png", "A1", null, "own", null).place(120, 60, 0.1, 0.25);
        assertThat(place.topLeft()).isEqualTo(new Point(10, 10));
        assertThat(place.bottomRight()).isEqualTo(new Point(110, 50));
    }

    @Test
    void place_withCorners_isThem() {
        List<List<Double>> corners =
                List.of(List.of(1.0, 2.0), List.of(9.0, 2.0), List.of(9.0, 5.0), List.of(1.0, 5.0));
        Corners place = new LabelledCrop("a.png", "A1", null, "own", corners).place(120, 60, 0.1, 0.25);
        assertThat(place.topLeft()).isEqualTo(new Point(1, 2));
    }

    @Test
    void text_withCharactersTheReaderLacks_isWhatItCanRead() {
        LabelledCrop crop = new LabelledCrop("a.png", "京A1", "cn", "own", null);
        assertThat(crop.readableWith(List.of("A", "1")).text()).isEqualTo("A1");
        assertThat(crop.readableWith(List.of("A", "1", "京")).text()).isEqualTo("京A1");
    }
}
