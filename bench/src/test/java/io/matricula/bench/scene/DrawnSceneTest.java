package io.matricula.bench.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class DrawnSceneTest {
    @Test
    void draw_sameSeed_givesTheSameScene() throws Exception {
        DrawnScene one = DrawnScene.draw(3, 640, 480);
        DrawnScene two = DrawnScene.draw(3, 640, 480);

        assertThat(one.text()).isEqualTo(two.text()).matches("[A-Z]{2}\\d{3}[A-Z]{2}");
        assertThat(DrawnPictures.jpeg(one)).isEqualTo(DrawnPictures.jpeg(two));
        assertThat(new Rectangle(640, 480).contains(one.box())).isTrue();
    }

    /** What the bench measures on must be work for all stages. */
    @Test
    void draw_anyScene_isReadByTheEngine() throws Exception {
        try (PlateRecognizer recognizer = PlateRecognizer.open(RecognizerConfig.defaults())) {
            DrawnScene scene = DrawnScene.draw(0, DrawnPictures.WIDTH, DrawnPictures.HEIGHT);

            Recognition recognition = recognizer.recognize(DrawnPictures.jpeg(scene), RecognitionOptions.defaults());

            assertThat(recognition.plates())
                    .singleElement()
                    .satisfies(plate -> assertThat(plate.reading().text()).isEqualTo(scene.text()));
        }
    }
}
