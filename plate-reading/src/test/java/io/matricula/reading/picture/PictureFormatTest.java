package io.matricula.reading.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PictureFormatTest {
    @Test
    void sniff_ofFirstBytes_namesFormat() {
        var starts = Map.of(
                "\u00ff\u00d8\u00ff\u00e0", PictureFormat.JPEG,
                "\u0089PNG\r\n", PictureFormat.PNG,
                "GIF89a", PictureFormat.GIF,
                "BM.....", PictureFormat.BMP,
                "RIFF....WEBPVP8 ", PictureFormat.WEBP,
                "II*\u0000....", PictureFormat.TIFF,
                "MM\u0000*....", PictureFormat.TIFF);
        starts.forEach((start, format) -> assertThat(PictureFormat.sniff(start.getBytes(StandardCharsets.ISO_8859_1)))
                .contains(format));
    }

    @Test
    void sniff_ofAnythingElse_isEmpty() {
        for (String other :
                new String[] {"", "B", "GIF", "RIFF....WAVE", "%PDF", "\u00ff\u00d8", "II+\u0000", "/9j/"}) {
            assertThat(PictureFormat.sniff(other.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(other)
                    .isEmpty();
        }
    }
}
