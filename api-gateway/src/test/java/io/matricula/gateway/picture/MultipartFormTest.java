package io.matricula.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.http.errors.ApiException;
import io.matricula.reading.picture.Submission;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartFormTest {
    private static final String TYPE = "multipart/form-data; boundary=xx";
    private static final String CAR = "Content-Disposition: form-data; name=\"upload\"; filename=\"car.jpg\"";
    private static final String CAMERA = "Content-Disposition: form-data; name=\"camera_id\"";
    private static final byte[] JPEG = jpeg(5000);

    /** What begins like a JPEG; the rest is random, as in most pictures. */
    private static byte[] jpeg(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        return bytes;
    }

    private static byte[] bytes(Object... parts) {
        var body = new ByteArrayOutputStream();
        for (Object part : parts) {
            body.writeBytes(part instanceof byte[] raw ? raw : part.toString().getBytes(StandardCharsets.UTF_8));
        }
        return body.toByteArray();
    }

    private static Submission read(String type, Object... parts) {
        var fields = new SubmissionBuilder();
        MultipartForm.read(bytes(parts), type, fields);
        return fields.build(1 << 20);
    }

    private static byte[] picture(Submission sent) {
        return Objects.requireNonNull(sent.picture()).bytes();
    }

    @Test
    void read_fileAndFields_bothTaken() {
        Submission sent = read(
                TYPE,
                "--xx\r\n",
                CAMERA,
                "\r\n\r\nTür 1\r\n--xx\r\n",
                CAR,
                "\r\nContent-Type: image/jpeg\r\n\r\n",
                JPEG,
                "\r\n--xx--\r\n");

        assertThat(picture(sent)).isEqualTo(JPEG);
        assertThat(Objects.requireNonNull(sent.picture()).name()).isEqualTo("car.jpg");
        assertThat(sent.last("camera_id")).contains("Tür 1");
    }

    @Test
    void read_picturesOfAnyLengthAndEnd_areWhole() {
        for (int length = 12; length < 400; length++) {
            byte[] jpeg = jpeg(length);
            jpeg[length - 1] = (byte) "\r\n-x".charAt(length % 4);

            assertThat(picture(read(TYPE, "--xx\r\n", CAR, "\r\n\r\n", jpeg, "\r\n--xx--")))
                    .isEqualTo(jpeg);
        }
    }

    @Test
    void read_pictureWithWhatLooksLikeADelimiter_isWhole() {
        byte[] picture = bytes(JPEG, "\r\n--xxy\r\n--x\r\n--xx-\r\n--xx y\r\n", JPEG, "--xx\r\n");

        assertThat(picture(read(TYPE, "--xx\r\n", CAR, "\r\n\r\n", picture, "\r\n--xx--\r\n")))
                .isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=xx",
                "multipart/form-data; boundary=\"xx\"",
                "Multipart/Form-Data;charset=utf-8;Boundary=xx",
                "multipart/form-data; boundary=xx; charset=utf-8"
            })
    void read_boundaryInAnyForm_isUnderstood(String type) {
        assertThat(picture(read(type, "--xx\r\n", CAR, "\r\n\r\n", JPEG, "\r\n--xx--\r\n")))
                .isEqualTo(JPEG);
    }

    @Test
    void read_looselyWrittenBody_isUnderstood() {
        Submission sent = read(
                TYPE,
                "a preamble\r\n--xx \t\n",
                "content-type: image/jpeg\n",
                "CONTENT-DISPOSITION: form-data; Name=upload; FileName=a.jpg",
                "\n\n",
                JPEG,
                "\n--xx\n",
                CAMERA,
                "\n\n--xx--an epilogue\r\n--xx\r\n");

        assertThat(picture(sent)).isEqualTo(JPEG);
        assertThat(sent.fields()).containsEntry("camera_id", List.of(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "filename=\"a;b.jpg\"|a;b.jpg",
                "filename=\"say \\\"a\\\".jpg\"|say \"a\".jpg",
                "filename=\"C:\\fakepath\\a.jpg\"|C:\\fakepath\\a.jpg",
                "filename=\"車.jpg\"|車.jpg",
                "filename=a.jpg|a.jpg",
                "filename*=UTF-8''caf%C3%A9+1.jpg|café+1.jpg",
                "filename=\"cafe.jpg\"; filename*=UTF-8'fr'caf%C3%A9.jpg|café.jpg",
                "filename=\"\"|upload"
            })
    void read_fileName_asItWasSent(String parameter, String name) {
        String disposition = "Content-Disposition: form-data; name=\"upload\"; " + parameter;

        Submission sent = read(TYPE, "--xx\r\n", disposition, "\r\n\r\n", JPEG, "\r\n--xx--\r\n");

        assertThat(Objects.requireNonNull(sent.picture()).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--xx",
                "--xx--",
                "--yy\r\n" + CAMERA + "\r\n\r\n1\r\n--yy--",
                "--xx\r\n" + CAMERA,
                "--xx\r\n" + CAMERA + "\r\n\r\n1",
                "--xx\r\n" + CAMERA + "\r\n\r\n1\r\n--xy--",
                "--xx\r\n\r\nno name\r\n--xx--",
                "--xx\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--xx--",
                "--xx\r\nContent-Disposition: form-data; name=a; filename*=none''a\r\n\r\n1\r\n--xx--",
                "--xx\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''%e\r\n\r\n1\r\n--xx--",
                "--xx\r\nContent-Disposition: form-data; name=a; filename*=a.jpg\r\n\r\n1\r\n--xx--"
            })
    void read_brokenBody_isRefused(String body) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> read(TYPE, body))
                .withMessageStartingWith("Multipart form parse error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""})
    void read_noBoundary_isRefused(String type) {
        assertThatThrownBy(() -> read(type, "--xx\r\n", CAR, "\r\n\r\n", JPEG, "\r\n--xx--\r\n"))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void read_anyCutOrChange_isReadOrRefused() {
        byte[] whole = bytes("--xx\r\n", CAMERA, "\r\n\r\n1\r\n--xx\r\n", CAR, "\r\n\r\n", jpeg(40), "\r\n--xx--\r\n");
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] body = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int change = random.nextInt(4); change > 0 && body.length > 0; change--) {
                body[random.nextInt(body.length)] = (byte) "\r\n-x=;\"*'%\0\u00ff".charAt(random.nextInt(12));
            }
            try {
                MultipartForm.read(body, TYPE, new SubmissionBuilder());
            } catch (ApiException e) {
                assertThat(e.getMessage()).isNotNull();
            }
        }
    }

    /** Nothing may make the search for a delimiter start over at each byte. */
    @Test
    @Timeout(10)
    void read_bodyOfNearlyDelimiters_takesNoLonger() {
        String boundary = "-".repeat(190);
        byte[] dashes = new byte[20 << 20];
        Arrays.fill(dashes, (byte) '-');
        byte[] lines = ("\n" + boundary + "-").repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        for (byte[] content : new byte[][] {dashes, lines}) {
            assertThatThrownBy(() -> read(
                            "multipart/form-data; boundary=" + boundary,
                            "--",
                            boundary,
                            "\r\n",
                            CAR,
                            "\r\n\r\n",
                            content))
                    .isInstanceOf(ApiException.class);
        }
    }
}
