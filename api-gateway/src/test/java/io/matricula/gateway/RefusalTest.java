package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.matricula.contract.PictureProblem;
import io.matricula.gateway.RawHttp.Answer;
import io.matricula.reading.dispatch.RejectedException;
import io.matricula.service.account.AccountState;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.PictureServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to be turned away that depends on more than the request itself. */
@QuarkusTest
class RefusalTest {
    private static final String PATH = "/v1/plate-reader/";
    private static final String HEAD =
            "POST /v1/plate-reader/ HTTP/1.1\r\nContent-Type: image/jpeg\r\nAuthorization: Token ";

    @Inject
    Accounts accounts;

    @Inject
    FakeDispatch dispatch;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    static void brokenRoute(@Observes Router router) {
        router.route("/test/broken").handler(context -> context.fail(new IllegalStateException("secret of ours")));
        router.route("/test/thrown").handler(context -> {
            throw new IllegalStateException("secret of ours");
        });
    }

    @BeforeEach
    void forget() {
        dispatch.forget();
    }

    @Test
    void call_beyondTheQuota_is403AndNamesTheReset() {
        String token = accounts.token(Accounts.GENEROUS.withCallsPerPeriod(1), same -> same);
        post(token).statusCode(201).header("X-RateLimit-Remaining", "0");
        post(token)
                .statusCode(403)
                .body("status_code", equalTo(403))
                .body(
                        "detail",
                        equalTo(
                                "Not enough credits: the 1 calls of this period are used up. Resets on 2026-12-14T00:00:00Z."))
                .header("X-RateLimit-Limit", "1")
                .header("X-RateLimit-Remaining", "0")
                .header("X-RateLimit-Reset", "1797206400");
    }

    @Test
    void call_beyondTheRate_is429AndSaysWhen() {
        Plan slow = Accounts.GENEROUS.withPerSecond(1);
        String token = accounts.token(slow, same -> same);
        post(token).statusCode(201);
        post(token)
                .statusCode(429)
                .header("Retry-After", "1")
                .header("X-RateLimit-Limit", "1000000")
                .header("X-RateLimit-Remaining", "999999")
                .header("X-RateLimit-Reset", "1797206400")
                .body("status_code", equalTo(429))
                .body("detail", equalTo("Request was throttled. Expected available in 1 second."));
    }

    @Test
    void call_ofSuspendedAccount_is403_butStatisticsAreShown() {
        String token = accounts.token(Accounts.GENEROUS, account -> account.withState(AccountState.SUSPENDED));
        post(token).statusCode(403).body("detail", equalTo("This account is suspended."));
        assertThat(calls(token)).isZero();
    }

    @Test
    void call_whileTheServiceIsBusy_is503AndNotCounted() {
        String token = accounts.token();
        dispatch.follow(() -> {
            throw io.matricula.http.errors.ApiException.retry(
                    io.matricula.contract.ApiError.BUSY, java.time.Duration.ofMillis(2500));
        });
        post(token)
                .statusCode(503)
                .header("Retry-After", "3")
                .body("detail", equalTo("The service is busy. Try again in 3 seconds."))
                .body("status_code", equalTo(503));
        assertThat(calls(token)).isZero();
    }

    @Test
    void call_thatFailsOnOurSide_is500WithoutSecretsAndNotCounted() {
        String token = accounts.token();
        dispatch.follow(() -> {
            throw new IllegalStateException("secret of ours");
        });
        post(token)
                .statusCode(500)
                .body("detail", equalTo("A server error occurred."))
                .body("status_code", equalTo(500))
                .body("size()", equalTo(2));
        assertThat(calls(token)).isZero();
    }

    @Test
    void call_withPictureThatCantBeRead_is400AndNotCounted() {
        String token = accounts.token();
        dispatch.follow(() -> {
            throw RejectedException.picture(PictureProblem.TOO_MANY_PIXELS);
        });
        post(token)
                .statusCode(400)
                .body(
                        "upload[0]",
                        equalTo(
                                "The image has too many pixels: at most 50 megapixels and 16384 pixels a side are taken."));
        assertThat(calls(token)).isZero();
    }

    @Test
    void fetchedPicture_thatCantBeRead_isTheFaultOfItsAddress() throws IOException {
        dispatch.follow(() -> {
            throw RejectedException.picture(PictureProblem.NOT_A_PICTURE);
        });
        try (var pictures = new PictureServer(GoldenRequest.PICTURE)) {
            given().header("Authorization", "Token " + accounts.token())
                    .contentType("application/json")
                    .body(Map.of("upload_url", pictures.url("/photos/car.jpg")))
                    .post(PATH)
                    .then()
                    .statusCode(400)
                    .body("upload_url[0]", equalTo(PictureProblem.NOT_A_PICTURE.text()))
                    .body("upload", nullValue());
        }
    }

    @Test
    void route_thatFailsBeforeAnyResource_is500AsJson() {
        for (String path : new String[] {"/test/broken", "/test/thrown"}) {
            given().get(path)
                    .then()
                    .statusCode(500)
                    .contentType("application/json")
                    .body("detail", equalTo("A server error occurred."))
                    .body("status_code", equalTo(500))
                    .body("stack", nullValue())
                    .header("X-Request-Id", matchesPattern("[0-9a-f]{16}"));
        }
    }

    @Test
    void body_overTheLimit_is413WithErrorAndDetail() throws IOException {
        String token = accounts.token();
        byte[] picture = new byte[4 << 20];
        System.arraycopy(GoldenRequest.PICTURE, 0, picture, 0, 50);
        byte[] huge = new byte[30 << 20];
        var http = new RawHttp(port);
        for (Answer answer : new Answer[] {
            http.send(HEAD + token, picture),
            http.send(HEAD + token, huge),
            http.sendChunked(HEAD + token, picture, 1 << 16),
            http.sendChunked(HEAD + token, huge, 1 << 16)
        }) {
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"detail\":\"The request is too large: at most 3145728 bytes are taken.\",\"status_code\":413,"
                                    + "\"error\":\"The request is too large: at most 3145728 bytes are taken.\"}");
        }
        assertThat(calls(token)).isZero();
    }

    /** The path in its raw form must not pass for that of a place where large bodies are welcome. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/accounts",
                "/v1/plate-reader/../accounts",
                "/v1/plate-reader/%2e%2e/accounts",
                "/v1/plate-reader;/..//sessions",
                "/v1/uploads/"
            })
    void body_tooLargeForItsPlace_isRefusedHoweverThePathIsWritten(String path) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nContent-Type: application/json";
        byte[] large = ("{\"email\": \"" + "x".repeat(100_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
        var http = new RawHttp(port);
        assertThat(http.send(head, large).status()).isEqualTo(413);
        assertThat(http.sendChunked(head, large, 1000).status()).isEqualTo(411);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/plate-reader", "//v1/plate-reader/", "/v1/%70late-reader/", "/v1/./plate-reader//"})
    void largePicture_isTaken_howeverThePathIsWritten(String path) throws IOException {
        byte[] picture = new byte[100_000];
        System.arraycopy(GoldenRequest.PICTURE, 0, picture, 0, 50);
        String head = HEAD.replace("/v1/plate-reader/", path) + accounts.token();
        Answer answer = new RawHttp(port).send(head, picture);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("access-control-allow-origin", "*");
    }

    @Test
    void pictureOfTheLargestSize_asBase64InAForm_isTaken() {
        byte[] picture = new byte[3 << 20];
        System.arraycopy(GoldenRequest.PICTURE, 0, picture, 0, 50);
        given().header("Authorization", "Token " + accounts.token())
                .contentType("application/x-www-form-urlencoded")
                .body("upload="
                        + java.net.URLEncoder.encode(
                                java.util.Base64.getMimeEncoder().encodeToString(picture), StandardCharsets.US_ASCII))
                .post(PATH)
                .then()
                .statusCode(201);
        assertThat(dispatch.picture()).isEqualTo(picture);
    }

    /** Without reading on, the refused body would block the connection, or break it before the client reads its answer. */
    @Test
    void connection_afterARefusedBody_servesTheNextRequest() throws IOException {
        String token = accounts.token();
        byte[] huge = new byte[8 << 20];
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            for (String head : new String[] {HEAD + "wrong", HEAD + token, "POST /nowhere HTTP/1.1\r\nX: y"}) {
                write(out, head, huge);
                assertThat(readHead(in)).matches("HTTP/1.1 4(03|13|04) .*(?s).*");
                write(out, HEAD + token, GoldenRequest.PICTURE);
                assertThat(readHead(in)).startsWith("HTTP/1.1 201 ");
            }
        }
    }

    @Test
    void call_withManyFields_isRefusedBeforeTheyFillMemory() {
        String token = accounts.token();
        given().header("Authorization", "Token " + token)
                .contentType("application/x-www-form-urlencoded")
                .body("regions=fr&".repeat(5000))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("status_code", equalTo(400));
        given().header("Authorization", "Token " + token)
                .contentType("application/json")
                .body(Map.of("camera_id", "x".repeat(20_000)))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("camera_id[0]", equalTo("Ensure this field has no more than 16384 characters."));
    }

    @Test
    void addressesThatAreMadeUp_bringNoSeriesOfTheirOwnToTheMetrics() {
        given().delete("/v1/webhooks/made-up-7/test").then().statusCode(405);
        given().post("/v1/statistics/made-up-7").then().statusCode(404);
        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics).contains("http_server_requests_seconds_count{").doesNotContain("made-up-7");
    }

    private static void write(OutputStream out, String head, byte[] body) throws IOException {
        out.write((head + "\r\nHost: x\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** Reads one answer and returns its head. */
    private static String readHead(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after '" + head + "'");
            }
            head.append((char) next);
        }
        int at = head.toString().toLowerCase(java.util.Locale.ROOT).indexOf("content-length: ") + 16;
        in.readNBytes(Integer.parseInt(head.substring(at, head.indexOf("\r", at))));
        return head.toString();
    }

    private ValidatableResponse post(String token) {
        return given().header("Authorization", "Token " + token)
                .contentType("image/jpeg")
                .body(GoldenRequest.PICTURE)
                .post(PATH)
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{16}"))
                .header("Access-Control-Allow-Origin", "*")
                .contentType("application/json");
    }

    private static long calls(String token) {
        return given().header("Authorization", "Token " + token)
                .get("/v1/statistics/")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("usage.calls");
    }
}
