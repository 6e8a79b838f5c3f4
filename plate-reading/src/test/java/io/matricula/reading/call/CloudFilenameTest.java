package io.matricula.reading.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.PictureFormat;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloudFilenameTest {
    private static final Instant NOW = Instant.parse("2020-10-12T16:17:27.574008Z");

    @ParameterizedTest
    @CsvSource({
        "car.jpg, car.jpg",
        "upload, upload.png",
        "'', upload.png",
        "'   ', upload.png",
        "/path/to/car.jpg, car.jpg",
        "C:\\fakepath\\car.JPEG, car.JPEG",
        "../../etc/passwd, passwd.png",
        "..., upload.png",
        ".htaccess, htaccess.png",
        "my car.jpg, my_car.jpg",
        "<script>.jpg, script.jpg",
        "Ñandú.jpg, Ñandú.jpg",
        "車.webp, 車.webp",
        "a.tar.gz, a.tar.gz",
        "2021-01-01T10:00:00, 2021-01-01T100000.png",
        "noext., noext..png"
    })
    void of_anySentName_isSafeAndHasAnExtension(String sent, String expected) {
        assertThat(name(sent)).isEqualTo("1617_AAAAA_" + expected);
    }

    @Test
    void of_longName_isBoundedAndKeepsItsEnd() {
        assertThat(name("x".repeat(5000) + ".jpg")).hasSize(111).endsWith("xxx.jpg");
    }

    @Test
    void of_randomPart_isAnyOfTheSymbols() {
        var picture = new Picture(new byte[0], "a.jpg", PictureFormat.JPEG);
        var random = new Random(1);
        Set<String> symbols = new HashSet<>();
        for (int i = 0; i < 3000; i++) {
            for (int at = 5; at < 10; at++) {
                symbols.add(at + CloudFilename.of(NOW, picture, random).substring(at, at + 1));
            }
        }

        assertThat(symbols).hasSize(5 * 62);
        assertThat(CloudFilename.of(Instant.parse("2020-10-12T03:07:00Z"), picture, random))
                .startsWith("0307_");
    }

    @Test
    void of_anyText_hasTheCloudsForm() {
        var random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            String sent = random.ints(random.nextInt(40), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String name = CloudFilename.of(NOW, new Picture(new byte[0], sent, PictureFormat.JPEG), random);
            assertThat(name)
                    .matches("1617_[A-Za-z0-9]{5}_[\\p{L}\\p{N}._-]+\\.[A-Za-z0-9]{1,5}")
                    .hasSizeLessThan(120);
        }
    }

    private static String name(String sent) {
        return CloudFilename.of(NOW, new Picture(new byte[0], sent, PictureFormat.PNG), () -> 0);
    }
}
