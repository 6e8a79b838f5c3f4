package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.reading.job.JobHandler;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryJobQueue;
import io.matricula.service.upload.Upload;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures that are brought before they are read. */
@QuarkusTest
class UploadsTest {
    private static final int SIZE = GoldenRequest.PICTURE.length;

    @Inject
    Accounts accounts;

    @Inject
    FakeDispatch dispatch;

    @Inject
    JobHandler handler;

    @Inject
    InMemoryJobQueue queue;

    @Inject
    Clock clock;

    private String token = "";

    @BeforeEach
    void newAccount() {
        token = accounts.token();
        dispatch.forget();
    }

    private Response announce(Object size) {
        return given().header("Authorization", "Token " + token)
                .contentType("application/json")
                .body(Map.of("size", size))
                .post("/v1/uploads");
    }

    private static Response bring(Response upload, byte[] picture) {
        return given().contentType("image/jpeg").body(picture).put(upload.<String>path("put_url"));
    }

    private Response read(String token, String reference, String prefer) {
        return given().header("Authorization", "Token " + token)
                .header("Prefer", prefer)
                .formParam("upload_url", reference)
                .post("/v1/plate-reader/");
    }

    @Test
    void upload_brought_isReadAsOftenAsAskedFor() {
        Response upload = announce(SIZE);
        assertThat(upload.statusCode()).isEqualTo(201);
        assertThat(upload.header("Cache-Control")).isEqualTo("no-store");
        assertThat(upload.<String>path("put_url"))
                .startsWith("http://localhost:")
                .contains("/v1/uploads/");
        assertThat(upload.<String>path("expires")).isEqualTo("2026-11-22T13:15:14Z");
        assertThat(bring(upload, GoldenRequest.PICTURE).statusCode()).isEqualTo(204);
        String reference = upload.path("upload_url");
        for (int time = 1; time <= 2; time++) {
            assertThat(read(token, reference, "").jsonPath().getString("results[0].plate"))
                    .isEqualTo("nhk552");
            assertThat(dispatch.picture()).isEqualTo(GoldenRequest.PICTURE);
        }
    }

    @Test
    void upload_ofAPhotographsSize_isTakenWholeAlsoInChunks() throws Exception {
        byte[] large = Arrays.copyOf(GoldenRequest.PICTURE, 900_000);
        Response upload = announce(large.length);
        assertThat(chunked(upload, Arrays.copyOf(large, large.length + 1))).isEqualTo(400);
        assertThat(chunked(upload, large)).isEqualTo(204);
        read(token, upload.path("upload_url"), "");
        assertThat(dispatch.picture()).isEqualTo(large);
        assertThat(bring(announce(large.length), large).statusCode()).isEqualTo(204);
    }

    private static int chunked(Response upload, byte[] picture) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(upload.path("put_url")))
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(picture)))
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void upload_readLater_isReadByTheWorker() {
        Response upload = announce(SIZE);
        bring(upload, GoldenRequest.PICTURE);
        String job = read(token, upload.path("upload_url"), "respond-async").header("Location");
        queue.take(1, JobHandler.LEASE, Duration.ZERO).forEach(handler::handle);
        Response done = given().header("Authorization", "Token " + token).get(job);
        assertThat(done.jsonPath().getString("answer.results[0].plate")).isEqualTo("nhk552");
    }

    @Test
    void upload_ofAnotherOrNotThere_isRefusedAndNotCounted() {
        Response upload = announce(SIZE);
        String reference = upload.path("upload_url");
        assertThat(read(token, reference, "").jsonPath().getString("upload_url[0]"))
                .isEqualTo("There is no such upload.");
        bring(upload, GoldenRequest.PICTURE);
        String other = accounts.token();
        for (String name : new String[] {reference, "upload:", "upload:../x", "upload:" + "0".repeat(32)}) {
            Response refused = read(other, name, "");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.jsonPath().getString("upload_url[0]")).isEqualTo("There is no such upload.");
        }
        Response usage = given().header("Authorization", "Token " + other).get("/v1/statistics/");
        assertThat(usage.jsonPath().getInt("usage.calls")).isZero();
    }

    @Test
    void upload_noPicture_isRefusedWhenRead() {
        Response upload = announce(4);
        assertThat(bring(upload, new byte[] {1, 2, 3, 4}).statusCode()).isEqualTo(204);
        assertThat(read(token, upload.path("upload_url"), "").jsonPath().getString("detail"))
                .contains("upload_url", "valid image");
    }

    @Test
    void put_otherSizeOrTwiceOrOtherKey_isRefused() {
        Response upload = announce(SIZE);
        assertThat(bring(upload, new byte[SIZE - 1]).statusCode()).isEqualTo(400);
        assertThat(bring(upload, new byte[SIZE + 1]).statusCode()).isEqualTo(400);
        String address = upload.path("put_url");
        for (String wrong : new String[] {address + "0", address.replaceAll("\\?.*", "")}) {
            assertThat(given().body(GoldenRequest.PICTURE).put(wrong).statusCode())
                    .isEqualTo(404);
        }
        assertThat(bring(upload, GoldenRequest.PICTURE).statusCode()).isEqualTo(204);
        assertThat(bring(upload, GoldenRequest.PICTURE).statusCode()).isEqualTo(404);
    }

    @Test
    void put_expired_isRefused() {
        Response upload = announce(SIZE);
        ((FakeClock) clock).advance(Upload.OPEN);
        Response late = bring(upload, GoldenRequest.PICTURE);
        ((FakeClock) clock).set(Instant.parse("2026-11-22T13:00:14.745242Z"));
        assertThat(late.statusCode()).isEqualTo(404);
    }

    @Test
    void announce_withoutGoodSize_isRefused() {
        assertThat(announce(0).statusCode()).isEqualTo(400);
        assertThat(announce("many").statusCode()).isEqualTo(400);
        assertThat(announce((1 << 20) + 1).statusCode()).isEqualTo(413);
        assertThat(given().contentType("application/json")
                        .body("{\"size\": 1}")
                        .post("/v1/uploads")
                        .statusCode())
                .isEqualTo(403);
    }
}
