package io.matricula.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.embedded.DemoAccount;
import io.matricula.service.testkit.DrawnPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Throws damaged pictures of every format, and bombs, at the server with the real decoders and models: no fault of ours, in bounded memory. */
@QuarkusTest
class PictureMutationE2E {
    private static final int PICTURES = 1_200;
    private static final long SEED = 46;
    private static final List<String> CONFIGS =
            List.of("{}", "{\"mode\":\"fast\"}", "{\"mode\":\"redaction\",\"threshold_d\":0}", "{\"detail\":\"full\"}");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    DemoAccount demo;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void picture_damagedInAnyWay_isReadOrRefused() throws Exception {
        var random = new Random(SEED);
        List<byte[]> whole = new ArrayList<>();
        for (String format : List.of("jpg", "png", "gif", "bmp", "tif")) {
            whole.add(DrawnPictures.grey(format, 64, 48));
            whole.add(DrawnPictures.grey(format, 33, 21));
        }
        int good = 0;
        for (int i = 0; i < PICTURES; i++) {
            byte[] damaged = damage(whole.get(i % whole.size()), random);
            HttpResponse<String> answer = send(damaged, CONFIGS.get(random.nextInt(CONFIGS.size())));
            assertThat(answer.statusCode()).as("picture %d of seed %d", i, SEED).isIn(201, 400, 413);
            good += answer.statusCode() == 201 ? 1 : 0;
        }
        assertThat(good).isBetween(PICTURES / 20, PICTURES * 19 / 20);
    }

    @Test
    void picture_thatUnpacksToMoreThanMemory_isRefusedFromItsHeader() throws Exception {
        byte[] small = DrawnPictures.blank(16, 16);
        long before = residentBytes();
        for (int side : new int[] {16_385, 30_000, 65_535, 1_000_000, Integer.MAX_VALUE}) {
            HttpResponse<String> answer = send(withSize(small, side, side), "{}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(JsonPath.from(answer.body()).getString("upload[0]")).isNotEmpty();
        }
        HttpResponse<String> bomb = send(DrawnPictures.blank(9_000, 9_000), "{}");
        assertThat(bomb.statusCode()).isEqualTo(400);
        assertThat(JsonPath.from(bomb.body()).getString("upload[0]")).startsWith("The image has too many pixels");
        assertThat(residentBytes() - before).isLessThan(300L << 20);
    }

    @Test
    void picture_justWithinTheBounds_isReadAndLeavesNoMemoryBehind() throws Exception {
        byte[] large = DrawnPictures.blank(7_000, 7_000);
        send(large, "{}");
        long before = residentBytes();
        for (int i = 0; i < 4; i++) {
            assertThat(send(large, "{}").statusCode()).isEqualTo(201);
        }
        assertThat(residentBytes() - before).isLessThan(400L << 20);
    }

    private static byte[] damage(byte[] picture, Random random) {
        byte[] damaged = picture.clone();
        switch (random.nextInt(4)) {
            case 0 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            case 1 -> ByteBuffer.wrap(damaged).putInt(random.nextInt(damaged.length - 4), random.nextInt());
            case 2 -> damaged[random.nextInt(Math.min(64, damaged.length))] ^= (byte) (1 << random.nextInt(8));
            default -> {
                for (int i = random.nextInt(20); i >= 0; i--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return damaged;
    }

    /** A PNG whose header, with a good checksum, claims another size. */
    private static byte[] withSize(byte[] png, int width, int height) {
        byte[] lying = png.clone();
        ByteBuffer.wrap(lying).putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(lying, 12, 17);
        ByteBuffer.wrap(lying).putInt(29, (int) checksum.getValue());
        return lying;
    }

    private HttpResponse<String> send(byte[] picture, String config) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"config\"\r\n\r\n" + config
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"a\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(picture);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/plate-reader/"))
                .header("Authorization", "Token " + demo.token().reveal())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** What the process holds of the machine's memory, native memory too; 0 where the system doesn't tell. */
    private static long residentBytes() throws IOException {
        Path statm = Path.of("/proc/self/statm");
        System.gc();
        return Files.exists(statm) ? Long.parseLong(Files.readString(statm).split(" ")[1]) * 4096 : 0;
    }
}
