package io.matricula.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.read.Decoded.DecodedCharacter;
import io.matricula.recognition.rectify.PlateRectifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class CharacterPlacesTest {
    /** A plate of 400 x 100 pixels at 1000, 500; two rows of ten steps, each 40 pixels wide. */
    private final CharacterPlaces places =
            new CharacterPlaces(Corners.of(1000, 500, 1400, 600), new PlateRectifier(160, 64, 0, 0), 2, 10);

    @Test
    void boxes_oneRow_shareTheSpaceBetween() {
        List<Box> boxes = places.boxes(List.of(at(1, 1), at(3, 3), at(7, 8)), 2000, 1000);

        assertThat(boxes)
                .containsExactly(
                        new Box(1020, 500, 1100, 600), new Box(1100, 500, 1230, 600), new Box(1230, 500, 1400, 600));
    }

    @Test
    void boxes_twoRows_takeHalfTheHeightEach() {
        List<Box> boxes = places.boxes(List.of(at(2, 2), at(4, 4), at(12, 12), at(16, 16)), 2000, 1000);

        assertThat(boxes.get(1)).isEqualTo(new Box(1140, 500, 1220, 550));
        assertThat(boxes.get(2)).isEqualTo(new Box(1020, 550, 1180, 600));
    }

    @Test
    void boxes_oneCharacter_isNarrow() {
        assertThat(places.boxes(List.of(at(4, 5)), 2000, 1000)).containsExactly(new Box(1176, 500, 1224, 600));
    }

    @Test
    void boxes_beyondThePicture_areClipped() {
        assertThat(places.boxes(List.of(at(4, 5)), 1190, 550)).containsExactly(new Box(1176, 500, 1190, 550));
    }

    @Test
    void boxes_noCharacters_areNone() {
        assertThat(places.boxes(List.of(), 2000, 1000)).isEmpty();
    }

    private static DecodedCharacter at(int first, int last) {
        return new DecodedCharacter("A", 1, first, last);
    }
}
