package io.matricula.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Throws 10,000 damaged forms at the server: each must get a good answer or a refusal in JSON, never a fault of ours. */
@QuarkusTest
class MutationTest {
    private static final int REQUESTS = 10_000;
    private static final long SEED = 20261122;
    private static final List<String> TYPES = List.of(
            "multipart/form-data; boundary=3d1f9a",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"3d1f9a\"; charset=utf-7",
            "application/x-www-form-urlencoded; charset=nonsense",
            "application/json; charset=utf-16",
            "image/jpeg",
            "text/plain");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @Inject
    Accounts accounts;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void request_damagedInAnyWay_isAnsweredOrRefusedAsJson() throws Exception {
        String token = accounts.token();
        List<Sample> samples = samples();
        var random = new Random(SEED);
        long before = usedMemory();
        int good = 0;
        for (int i = 0; i < REQUESTS; i++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            byte[] body = Mutations.mutate(
                    sample.body(), samples.get(random.nextInt(samples.size())).body(), random);
            String type = random.nextInt(10) > 0 ? sample.type() : TYPES.get(random.nextInt(TYPES.size()));
            good += check(send(token, type, body), i) ? 1 : 0;
        }
        // Most damage hits what matters, but a mutation that never lets a request through would test nothing behind the
        // parser.
        assertThat(good).isBetween(REQUESTS / 20, REQUESTS * 19 / 20);
        assertThat(usedMemory() - before).isLessThan(200L << 20);
    }

    private boolean check(HttpResponse<String> answer, int number) throws IOException {
        String what = "request " + number + " of seed " + SEED + ": " + answer.statusCode() + " " + answer.body();
        assertThat(answer.statusCode()).as(what).isLessThan(500).isGreaterThanOrEqualTo(200);
        JsonNode body = json.readTree(answer.body());
        if (answer.statusCode() >= 400) {
            assertThat(body.path("status_code").asInt()).as(what).isEqualTo(answer.statusCode());
            assertThat(body.path("detail").asText()).as(what).isNotEmpty();
        }
        return answer.statusCode() < 400;
    }

    private HttpResponse<String> send(String token, String type, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/plate-reader/"))
                .header("Authorization", "Token " + token)
                .header("Content-Type", type)
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Every golden request that carries a picture itself: a damaged address would send the server out into the network. */
    private static List<Sample> samples() throws IOException {
        var samples = new ArrayList<Sample>();
        try (Stream<Path> files = Files.walk(Path.of("..", "contract", "golden", "requests"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".http"))
                    .sorted()
                    .toList()) {
                var request = GoldenRequest.read(file, "", "");
                boolean safe = !Files.readString(file).contains("upload_url");
                if (safe && request.head().contains("Content-Type: ")) {
                    String type = request.head().replaceAll("(?s).*Content-Type: ([^\\r]*).*", "$1");
                    samples.add(new Sample(type, request.body()));
                }
            }
        }
        return samples;
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private record Sample(String type, byte[] body) {}

    /** Ways to damage a body. */
    private static final class Mutations {
        private static final List<String> TOKENS = List.of(
                "\r\n--3d1f9a--",
                "\r\n--3d1f9a\r\n",
                "\r\n\r\n",
                "\"",
                "\\",
                "{",
                "}",
                "[",
                "null",
                "-1",
                "1e999",
                "NaN",
                "\u0000",
                "%",
                "%zz",
                "%00",
                "&",
                "=",
                ";",
                "name=",
                "filename*=utf-8''%ff",
                "Content-Disposition: form-data",
                "Content-Type: multipart/mixed; boundary=x",
                "Content-Transfer-Encoding: base64",
                "data:",
                "\uD83D\uDE97",
                "config",
                "regions",
                "upload",
                "timestamp=9999-99-99",
                "true",
                "\r",
                "\n",
                "--");

        static byte[] mutate(byte[] body, byte[] other, Random random) {
            byte[] mutated = body;
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutated = once(mutated, other, random);
            }
            return mutated;
        }

        private static byte[] once(byte[] body, byte[] other, Random random) {
            int at = random.nextInt(body.length + 1);
            int end = at + random.nextInt(body.length + 1 - at);
            return switch (random.nextInt(9)) {
                case 0 -> flip(body, random);
                case 1 -> join(body, 0, at, new byte[0], at, at); // cut off
                case 2 -> join(body, 0, at, new byte[0], end, body.length); // cut out
                case 3 -> join(body, 0, end, new byte[0], at, body.length); // twice
                case 4 -> join(body, 0, at, noise(random), at, body.length);
                case 5 -> join(body, 0, at, token(random), end, body.length);
                case 6 -> join(body, 0, at, token(random), at, body.length);
                case 7 -> join(body, 0, at, other, at, body.length);
                default -> random.nextInt(20) == 0 ? repeated(body, random) : flip(body, random);
            };
        }

        private static byte[] flip(byte[] body, Random random) {
            byte[] flipped = body.clone();
            for (int i = random.nextInt(8); i >= 0 && flipped.length > 0; i--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return flipped;
        }

        private static byte[] noise(Random random) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            return noise;
        }

        private static byte[] token(Random random) {
            return TOKENS.get(random.nextInt(TOKENS.size()))
                    .repeat(1 + random.nextInt(3))
                    .getBytes(StandardCharsets.UTF_8);
        }

        /** A huge form: the whole body, or a token, over and over. */
        private static byte[] repeated(byte[] body, Random random) {
            byte[] unit = random.nextBoolean() ? body : token(random);
            byte[] huge = new byte[Math.min(1 << 20, (unit.length + 1) * 5000)];
            for (int i = 0; i < huge.length && unit.length > 0; i++) {
                huge[i] = unit[i % unit.length];
            }
            return huge;
        }

        private static byte[] join(byte[] body, int from, int to, byte[] middle, int from2, int to2) {
            byte[] joined = new byte[to - from + middle.length + to2 - from2];
            System.arraycopy(body, from, joined, 0, to - from);
            System.arraycopy(middle, 0, joined, to - from, middle.length);
            System.arraycopy(body, from2, joined, to - from + middle.length, to2 - from2);
            return joined;
        }
    }
}
