package io.matricula.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.matricula.gateway.RawHttp.Answer;
import io.matricula.service.testkit.PictureServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends every request in {@code contract/golden} as the bytes that it is, and compares what comes back, and what was asked of whoever
 * recognises, with the file beside it. With {@code -Dgolden.write=true} it writes those files instead; read the difference before you
 * commit it.
 */
@QuarkusTest
class GoldenTest {
    private static final Path GOLDEN = Path.of("..", "contract", "golden");
    /** Headers that say nothing about the contract. */
    private static final List<String> PASSED_OVER =
            List.of("connection", "content-length", "access-control-expose-headers", "x-content-type-options");

    @Inject
    Accounts accounts;

    @Inject
    FakeDispatch dispatch;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    static Stream<Path> requests() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".http")).sorted().toList().stream();
        }
    }

    @BeforeEach
    void forget() {
        dispatch.forget();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void request_asClientsSendIt_getsItsGoldenAnswer(Path file) throws IOException {
        try (var pictures = new PictureServer(GoldenRequest.PICTURE)) {
            var request = GoldenRequest.read(file, token(file), pictures.url("/photos/car.jpg"));
            Answer answer = new RawHttp(port).send(request.head(), request.body());
            Path expected = Path.of(file.toString().replace(".http", ".json"));
            JsonNode actual = json.readTree(json.writeValueAsString(actual(answer)));
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(
                        expected, json.writerWithDefaultPrettyPrinter().writeValueAsString(actual) + "\n");
            }
            assertThat(actual).isEqualTo(json.readTree(Files.readString(expected)));
            checkPicture(file);
        }
    }

    private String token(Path file) {
        boolean mmc = file.getFileName().toString().startsWith("mmc-on");
        return mmc ? accounts.token(Accounts.WITH_MMC, same -> same) : accounts.token();
    }

    private ObjectNode actual(Answer answer) throws IOException {
        ObjectNode actual = json.createObjectNode();
        actual.put("status", answer.status());
        ObjectNode headers = actual.putObject("headers");
        answer.headers().forEach((name, value) -> {
            if (name.equals("x-request-id") && !value.equals("abc-123_4.5")) {
                assertThat(value).matches("[0-9a-f]{16}");
            } else if (!PASSED_OVER.contains(name)) {
                headers.put(name, value);
            }
        });
        actual.set("asked", json.valueToTree(dispatch.request()));
        actual.set("body", answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body()));
        return actual;
    }

    /** Whatever the form, the picture must arrive unchanged. */
    private void checkPicture(Path file) {
        byte[] expected =
                file.getFileName().toString().startsWith("empty") ? GoldenRequest.EMPTY : GoldenRequest.PICTURE;
        if (dispatch.picture() != null) {
            assertThat(dispatch.picture()).isEqualTo(expected);
        }
    }
}
