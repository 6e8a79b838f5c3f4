package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.reading.job.JobHandler;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.InMemoryJobPictureStore;
import io.matricula.service.testkit.InMemoryJobQueue;
import io.matricula.service.testkit.PictureServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many pictures in one request. */
@QuarkusTest
class BatchTest {
    private static final String BATCH = "/v1/plate-reader/batch";

    @Inject
    Accounts accounts;

    @Inject
    FakeDispatch dispatch;

    @Inject
    JobHandler handler;

    @Inject
    InMemoryJobQueue queue;

    @Inject
    InMemoryJobPictureStore pictures;

    @Inject
    ObjectMapper json;

    private String token = "";

    @BeforeEach
    void newAccount() {
        token = accounts.token();
        dispatch.forget();
    }

    private RequestSpecification call() {
        return given().header("Authorization", "Token " + token);
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private Response post(byte[] zip) {
        return call().contentType("application/zip").body(zip).post(BATCH);
    }

    private Response post(String json) {
        return call().contentType("application/json").body(json).post(BATCH);
    }

    /** Brings a zip; gives what the batch names it by. */
    private String upload(byte[] zip) {
        Response upload = call().contentType("application/json")
                .body("{\"size\": " + zip.length + "}")
                .post("/v1/uploads");
        given().body(zip).put(upload.<String>path("put_url")).then().statusCode(204);
        return upload.path("upload_url");
    }

    private void workOnAll() {
        List<LeasedJob> taken = queue.take(100, JobHandler.LEASE, Duration.ZERO);
        taken.forEach(handler::handle);
    }

    private List<JsonNode> results(Response batch) {
        Response results = call().get(batch.<String>path("results_url"));
        assertThat(results.statusCode()).isEqualTo(200);
        assertThat(results.contentType()).startsWith("application/x-ndjson");
        return results.asString().lines().map(this::tree).toList();
    }

    private JsonNode tree(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private int countedCalls() {
        return call().get("/v1/statistics/").jsonPath().getInt("usage.calls");
    }

    @Test
    void zip_ofPictures_isQueuedAndReadWithTheCommonFields() throws IOException {
        byte[] zip = zip(
                "day/",
                new byte[0],
                "day/a.jpg",
                GoldenRequest.PICTURE,
                "../b.jpg",
                GoldenRequest.EMPTY,
                "__MACOSX/._a",
                new byte[] {1});
        Response batch = call().contentType("application/zip")
                .queryParam("camera_id", "gate")
                .body(zip)
                .post(BATCH);
        assertThat(batch.statusCode()).isEqualTo(202);
        assertThat(batch.header("Location")).isEqualTo(batch.path("url"));
        assertThat(batch.jsonPath().getMap(""))
                .containsEntry("state", "running")
                .containsEntry("total", 2)
                .containsEntry("queued", 2);
        assertThat(countedCalls()).isEqualTo(2);
        assertThat(results(batch))
                .extracting(line -> line.path("state").asText())
                .containsOnly("queued");
        workOnAll();
        Response done = call().get(batch.header("Location"));
        assertThat(done.jsonPath().getMap(""))
                .containsEntry("state", "done")
                .containsEntry("done", 2)
                .containsEntry("queued", 0);
        List<JsonNode> lines = results(batch);
        assertThat(lines).extracting(line -> line.path("name").asText()).containsExactly("day/a.jpg", "../b.jpg");
        assertThat(lines.get(0).at("/answer/results/0/plate").asText()).isEqualTo("nhk552");
        assertThat(lines.get(0).at("/answer/camera_id").asText()).isEqualTo("gate");
        assertThat(lines.get(1).path("status_code").asInt()).isEqualTo(201);
        assertThat(lines.get(1).at("/answer/results").size()).isZero();
        assertThat(pictures.size()).isZero();
    }

    @Test
    void list_ofAddresses_takesFieldsOfAllAndOfEach() throws IOException {
        try (var server = new PictureServer(GoldenRequest.PICTURE)) {
            String address = server.url("/photos/car.jpg");
            Response batch = post("{\"camera_id\": \"all\", \"pictures\": [\"" + address + "\", {\"upload_url\": \""
                    + address + "\", \"camera_id\": \"own\"}, {\"camera_id\": \"none\"}]}");
            workOnAll();
            List<JsonNode> lines = results(batch);
            assertThat(lines).extracting(line -> line.path("number").asInt()).containsExactly(0, 1, 2);
            assertThat(lines)
                    .extracting(line -> line.at("/answer/camera_id").asText())
                    .containsExactly("all", "own", "");
            assertThat(lines.get(0).path("upload_url").asText()).isEqualTo(address);
            assertThat(lines.get(0).path("name").isNull()).isTrue();
            assertThat(lines.get(2).path("status_code").asInt()).isEqualTo(400);
        }
    }

    @Test
    void list_asJsonLines_isTheSame() {
        Response batch = call().contentType("application/x-ndjson")
                .body("\"http://127.0.0.1:1/a.jpg\"\n{\"upload_url\": \"upload:x\"}\n".getBytes(StandardCharsets.UTF_8))
                .post(BATCH);
        assertThat(batch.statusCode()).isEqualTo(202);
        workOnAll();
        assertThat(results(batch))
                .extracting(line -> line.path("status_code").asInt())
                .containsOnly(400);
        assertThat(countedCalls()).isZero();
    }

    @Test
    void form_ofZipPictureAndFields_isTaken() throws IOException {
        Response batch = call().multiPart("upload", "some.zip", zip("a.jpg", GoldenRequest.PICTURE))
                .multiPart("upload", "b.jpg", GoldenRequest.PICTURE)
                .multiPart("camera_id", "gate")
                .post(BATCH);
        workOnAll();
        assertThat(results(batch))
                .extracting(line -> line.path("name").asText())
                .containsExactly("a.jpg", "b.jpg");
        assertThat(results(batch))
                .extracting(line -> line.at("/answer/camera_id").asText())
                .containsOnly("gate");
    }

    @Test
    void zips_thatWereUploaded_areTakenWithTheCommonFields() throws IOException {
        String one = upload(zip("a.jpg", GoldenRequest.PICTURE, "b.jpg", GoldenRequest.PICTURE));
        String other = upload(zip("c.jpg", GoldenRequest.PICTURE));
        Response batch = post("{\"zips\": [\"" + one + "\", \"" + other
                + "\"], \"pictures\": [\"upload:x\"], \"camera_id\": \"gate\"}");
        assertThat(batch.statusCode()).isEqualTo(202);
        workOnAll();
        List<JsonNode> lines = results(batch);
        assertThat(lines)
                .extracting(line -> line.path("name").asText())
                .containsExactly("a.jpg", "b.jpg", "c.jpg", "null");
        assertThat(lines).extracting(line -> line.path("status_code").asInt()).containsExactly(201, 201, 201, 400);
        assertThat(lines.get(2).at("/answer/camera_id").asText()).isEqualTo("gate");

        Response form = call().multiPart("zips", one).multiPart("zips", other).post(BATCH);
        assertThat(form.jsonPath().getInt("queued")).isEqualTo(3);
        workOnAll();
        assertThat(pictures.size()).isZero();
    }

    @Test
    void zips_thatCantBeTaken_countAndKeepNothing() throws IOException {
        byte[] whole = zip("a.jpg", GoldenRequest.PICTURE);
        String good = upload(whole);
        String cut = upload(Arrays.copyOf(whole, whole.length - 30));
        String none = upload(GoldenRequest.PICTURE);
        for (String bad : List.of(cut, none)) {
            Response refused = post("{\"zips\": [\"" + good + "\", \"" + bad + "\"]}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.jsonPath().getString("detail")).contains("zip");
        }
        token = accounts.token();
        for (String unknown : List.of(good, "upload:x", "http://127.0.0.1:1/a.zip", "")) {
            Response refused = post("{\"zips\": [\"" + unknown + "\"]}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.jsonPath().getString("zips[0]")).isEqualTo("There is no such upload.");
        }
        assertThat(call().multiPart("zips", good).post(BATCH).statusCode()).isEqualTo(400);
        assertThat(pictures.size()).isZero();
        assertThat(queue.size()).isZero();
        assertThat(countedCalls()).isZero();
    }

    @Test
    void zip_beyondTheQuota_tellsOfEachPicture() throws IOException {
        token = accounts.token(new Plan("small", 2, 1, false), same -> same);
        byte[] picture = GoldenRequest.PICTURE;
        Response batch = post(zip("a", picture, "b", picture, "c", picture, "d", new byte[] {1, 2}));
        assertThat(batch.jsonPath().getMap(""))
                .containsEntry("total", 4)
                .containsEntry("queued", 2)
                .containsEntry("failed", 2);
        workOnAll();
        List<JsonNode> lines = results(batch);
        assertThat(lines).extracting(line -> line.path("status_code").asInt()).containsExactly(201, 201, 403, 400);
        assertThat(lines.get(2).at("/answer/detail").asText()).contains("Not enough credits");
        assertThat(lines.get(3).path("name").asText()).isEqualTo("d");
        assertThat(pictures.size()).isZero();
        assertThat(countedCalls()).isEqualTo(2);
    }

    @Test
    void delete_batch_cancelsWhatWaitsAndGivesItBack() throws IOException {
        Response batch = post(zip("a", GoldenRequest.PICTURE, "b", GoldenRequest.PICTURE, "c", GoldenRequest.PICTURE));
        handler.handle(queue.take(1, JobHandler.LEASE, Duration.ZERO).get(0));
        Response cancelled = call().delete(batch.header("Location"));
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(cancelled.jsonPath().getMap(""))
                .containsEntry("state", "done")
                .containsEntry("done", 1)
                .containsEntry("failed", 2);
        assertThat(countedCalls()).isEqualTo(1);
        dispatch.forget();
        workOnAll();
        assertThat(dispatch.picture()).isNull();
        assertThat(queue.size()).isZero();
        assertThat(pictures.size()).isZero();
        assertThat(results(batch))
                .extracting(line -> line.path("status_code").asInt())
                .containsExactlyInAnyOrder(201, 409, 409);
        assertThat(call().delete(batch.header("Location")).jsonPath().getInt("failed"))
                .isEqualTo(2);
    }

    @Test
    void batch_ofAnother_isNotFound() throws IOException {
        Response batch = post(zip("a", GoldenRequest.PICTURE));
        token = accounts.token();
        for (String path : List.of(batch.header("Location"), BATCH + "/x", BATCH + "/" + "0".repeat(24))) {
            assertThat(call().get(path).statusCode()).isEqualTo(404);
            assertThat(call().get(path + "/results").statusCode()).isEqualTo(404);
            assertThat(call().delete(path).statusCode()).isEqualTo(404);
        }
        workOnAll();
    }

    @Test
    void post_repeatedWithItsKey_isTheSameBatch() throws IOException {
        byte[] zip = zip("a", GoldenRequest.PICTURE);
        String first =
                call().header("Idempotency-Key", "k").body(zip).post(BATCH).path("id");
        String second =
                call().header("Idempotency-Key", "k").body(zip).post(BATCH).path("id");
        assertThat(second).isEqualTo(first);
        assertThat(call().header("Idempotency-Key", "k")
                        .body(zip("b", GoldenRequest.PICTURE))
                        .post(BATCH)
                        .statusCode())
                .isEqualTo(422);
        assertThat(countedCalls()).isEqualTo(1);
        workOnAll();
    }

    @Test
    void post_thatCantBeTaken_countsAndKeepsNothing() throws IOException {
        byte[] whole = zip("a", GoldenRequest.PICTURE, "b", GoldenRequest.PICTURE);
        byte[] cut = Arrays.copyOf(whole, whole.length / 3);
        assertThat(post(cut).statusCode()).isEqualTo(400);
        assertThat(post("{\"pictures\": []}").statusCode()).isEqualTo(400);
        for (Response empty : List.of(post(zip()), post(zip("day/", new byte[0])))) {
            assertThat(empty.statusCode()).isEqualTo(400);
            assertThat(empty.jsonPath().getList("upload")).containsExactly("No file was submitted.");
        }
        assertThat(post("[1]").statusCode()).isEqualTo(400);
        assertThat(post("no json").statusCode()).isEqualTo(400);
        assertThat(call().contentType("text/plain").body("some").post(BATCH).statusCode())
                .isEqualTo(415);
        assertThat(given().body(whole).post(BATCH).statusCode()).isEqualTo(403);
        assertThat(pictures.size()).isZero();
        assertThat(queue.size()).isZero();
        assertThat(countedCalls()).isZero();
    }

    @Test
    void post_tooManyPictures_isRefused() {
        // The tests' settings let a batch hold 20 pictures, and 30 of an account wait.
        assertThat(post(list(21)).jsonPath().getString("detail")).contains("at most 20 pictures");
        assertThat(post(list(20)).statusCode()).isEqualTo(202);
        Response full = post(list(20));
        assertThat(full.statusCode()).isEqualTo(429);
        assertThat(full.header("Retry-After")).isEqualTo("10");
        assertThat(countedCalls()).isEqualTo(20);
        workOnAll();
    }

    private static String list(int pictures) {
        return "[" + "\"upload:x\",".repeat(pictures - 1) + "\"upload:x\"]";
    }
}
