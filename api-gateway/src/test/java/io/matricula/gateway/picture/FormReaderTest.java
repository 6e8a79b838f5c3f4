package io.matricula.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.reading.picture.Submission;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
    /** Long enough that base64 has many a plus at either end of a line. */
    private static final byte[] PICTURE = picture();

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void urlencoded_withBase64InLines_bringsThePictureAndAllFields(String lineBreak) {
        byte[] separator = lineBreak.getBytes(StandardCharsets.US_ASCII);
        String base64 = Base64.getMimeEncoder(76, separator).encodeToString(PICTURE);
        assertThat(base64).contains("+" + lineBreak, lineBreak + "+");
        Submission read = read("camera_id=gate+7&upload=" + base64 + lineBreak + "&regions=fr&mmc=true" + lineBreak);
        assertThat(read.picture().bytes()).isEqualTo(PICTURE);
        assertThat(read.last("camera_id")).contains("gate 7");
        assertThat(read.last("regions")).contains("fr");
        assertThat(read.last("mmc")).contains("true");
    }

    private static Submission read(String form) {
        var fields = new SubmissionBuilder();
        FormReader.read(form.getBytes(StandardCharsets.US_ASCII), "application/x-www-form-urlencoded", fields);
        return fields.build(1 << 20);
    }

    private static byte[] picture() {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        return bytes;
    }
}
