package io.matricula.recognition.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.image.Pixels;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LetterboxTest {
    @Test
    void of_wideAndHighPictures_scalesTheLongerSide() {
        assertThat(Letterbox.of(1920, 1080, 640))
                .extracting(Letterbox::width, Letterbox::height)
                .containsExactly(640, 384);
        assertThat(Letterbox.of(1080, 1920, 640))
                .extracting(Letterbox::width, Letterbox::height)
                .containsExactly(384, 640);
        assertThat(Letterbox.of(300, 200, 640).scaledHeight())
                .as("small pictures grow")
                .isEqualTo(427);
    }

    @Test
    void of_anySize_hasMultiplesOf32AndFitsTheBuffer() {
        Random random = new Random(3);
        for (int round = 0; round < 10_000; round++) {
            int size = 32 * (1 + random.nextInt(64));
            Letterbox box = Letterbox.of(1 + random.nextInt(16_384), 1 + random.nextInt(16_384), size);

            assertThat(box.width() % 32 + box.height() % 32).isZero();
            assertThat(Math.max(box.scaledWidth(), box.scaledHeight())).isEqualTo(size);
            assertThat(Math.min(box.scaledWidth(), box.scaledHeight())).isPositive();
            assertThat(3 * box.width() * box.height()).isLessThanOrEqualTo(Letterbox.bytes(size));
        }
    }

    @Test
    void fill_highPicture_padsRightAndBottomWith114() {
        ByteBuffer white = ByteBuffer.allocateDirect(3 * 50 * 100);
        for (int at = 0; at < white.capacity(); at++) {
            white.put(at, (byte) 255);
        }
        PictureDecoder decoder = PictureDecoder.open(new PictureBounds(1000, 100), 1000);
        Letterbox box = Letterbox.of(50, 100, 100);
        ByteBuffer input = ByteBuffer.allocateDirect(Letterbox.bytes(100));

        try (Picture picture = decoder.view(new Pixels(50, 100, white))) {
            box.fill(input, picture, new Box(0, 0, picture.width(), picture.height()));
        }

        assertThat(box.width()).isEqualTo(64);
        assertThat(box.height()).isEqualTo(128);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 3 * 64; x++) {
                int expected = y < 100 && x < 3 * 50 ? 255 : 114;
                assertThat(input.get(y * 3 * 64 + x) & 0xFF).isEqualTo(expected);
            }
        }
    }
}
