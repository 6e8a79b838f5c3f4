package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.contract.ApiError;
import io.matricula.contract.PictureProblem;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.dispatch.RejectedException;
import io.matricula.reading.job.JobHandler;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.operator.JobAdmin;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryDeadJobStore;
import io.matricula.service.testkit.InMemoryJobPictureStore;
import io.matricula.service.testkit.InMemoryJobQueue;
import io.matricula.service.testkit.InMemoryJobStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls with {@code Prefer: respond-async}. */
@QuarkusTest
class RespondAsyncTest {
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
    InMemoryJobStore jobs;

    @Inject
    InMemoryDeadJobStore dead;

    @Inject
    Clock clock;

    private String token = "";

    @BeforeEach
    void newAccount() {
        token = accounts.token();
        dispatch.forget();
    }

    private Response post(String key) {
        return post(key, "respond-async");
    }

    private Response post(String key, String prefer) {
        return given().header("Authorization", "Token " + token)
                .header("Prefer", prefer)
                .header("Idempotency-Key", key)
                .multiPart("camera_id", "gate")
                .multiPart("upload", "car.jpg", GoldenRequest.PICTURE, "image/jpeg")
                .post("/v1/plate-reader/");
    }

    private Response get(String token, String path) {
        return given().header("Authorization", "Token " + token).get(path);
    }

    private String accepted() {
        Response response = post("k" + System.nanoTime());
        assertThat(response.statusCode()).isEqualTo(202);
        return response.header("Location");
    }

    private LeasedJob take() {
        List<LeasedJob> taken = queue.take(1, JobHandler.LEASE, Duration.ZERO);
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    private int countedCalls() {
        return get(token, "/v1/statistics/").jsonPath().getInt("usage.calls");
    }

    @Test
    void post_preferringLater_isAcceptedAndCountedButNotRead() {
        Response response = post("a1");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(response.jsonPath().getString("state")).isEqualTo("queued");
        assertThat(response.jsonPath().getString("url")).isEqualTo(response.header("Location"));
        assertThat(dispatch.picture()).isNull();
        assertThat(countedCalls()).isEqualTo(1);
        Response job = get(token, response.header("Location"));
        assertThat(job.statusCode()).isEqualTo(200);
        assertThat(job.header("Retry-After")).isEqualTo("1");
        assertThat(job.jsonPath().getMap("")).containsEntry("answer", null);
        handler.handle(take());
    }

    @Test
    void job_workedOn_hasTheAnswerThatTheCallWouldHaveHad() {
        String job = accepted();
        handler.handle(take());
        Response done = get(token, job);
        assertThat(done.jsonPath().getString("state")).isEqualTo("done");
        assertThat(done.jsonPath().getInt("status_code")).isEqualTo(201);
        assertThat(done.jsonPath().getString("answer.results[0].plate")).isEqualTo("nhk552");
        assertThat(done.jsonPath().getString("answer.camera_id")).isEqualTo("gate");
        assertThat(done.jsonPath().getInt("answer.usage.calls")).isEqualTo(1);
        assertThat(dispatch.picture()).isEqualTo(GoldenRequest.PICTURE);
        assertThat(queue.size()).isZero();
        assertThat(pictures.size()).isZero();
        assertThat(countedCalls()).isEqualTo(1);
    }

    @Test
    void post_preferringLaterIfBusy_isReadNowOrQueued() {
        Response read = post("n1", "respond-async, wait=10");
        assertThat(read.statusCode()).isEqualTo(201);
        dispatch.follow(() -> {
            throw ApiException.retry(ApiError.BUSY, Duration.ofSeconds(1));
        });
        assertThat(post("n2", "wait=10").statusCode()).isEqualTo(503);
        assertThat(countedCalls()).isEqualTo(1);
        Response queued = post("n3", "respond-async, wait=10");
        assertThat(queued.statusCode()).isEqualTo(202);
        assertThat(countedCalls()).isEqualTo(2);
        dispatch.forget();
        handler.handle(take());
        assertThat(get(token, queued.header("Location")).jsonPath().getString("state"))
                .isEqualTo("done");
        assertThat(countedCalls()).isEqualTo(2);
    }

    @Test
    void job_workedOnTwice_isAnsweredOnce() {
        String job = accepted();
        LeasedJob taken = take();
        handler.handle(taken);
        dispatch.forget();
        handler.handle(taken);
        assertThat(dispatch.picture()).isNull();
        assertThat(get(token, job).jsonPath().getString("state")).isEqualTo("done");
    }

    @Test
    void job_ofAnUnusablePicture_failsAndIsNotCounted() {
        dispatch.follow(() -> {
            throw RejectedException.picture(PictureProblem.NOT_A_PICTURE);
        });
        String job = accepted();
        handler.handle(take());
        Response failed = get(token, job);
        assertThat(failed.jsonPath().getString("state")).isEqualTo("failed");
        assertThat(failed.jsonPath().getInt("status_code")).isEqualTo(400);
        assertThat(failed.jsonPath().getString("answer.detail")).contains("valid image");
        assertThat(queue.size()).isZero();
        assertThat(countedCalls()).isZero();
    }

    @Test
    void job_engineBroken_isTriedAgainAndGivenUpInTheEnd() {
        String job = accepted();
        breakIt(job);
        assertThat(get(token, job).jsonPath().getInt("status_code")).isEqualTo(500);
        assertThat(queue.size()).isZero();
        assertThat(countedCalls()).isZero();
        DeadJob died = theDead(job);
        assertThat(died.taken()).isEqualTo(5);
        assertThat(died.reason()).isEqualTo("java.lang.IllegalStateException: engine");
        redrive(died);
    }

    private void breakIt(String job) {
        dispatch.follow(() -> {
            throw new IllegalStateException("engine");
        });
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(get(token, job).jsonPath().getString("state")).isEqualTo("queued");
            handler.handle(take());
            ((FakeClock) clock).advance(Duration.ofSeconds(2L << (2 * (attempt - 1))));
        }
        ((FakeClock) clock).set(Instant.parse("2026-11-22T13:00:14.745242Z"));
    }

    private DeadJob theDead(String job) {
        List<DeadJob> found = dead.list(1_000).stream()
                .filter(one -> job.endsWith(one.job().value()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void redrive(DeadJob one) {
        var admin = new JobAdmin(new InMemoryAccountStore(), jobs, dead, queue);
        assertThat(admin.redrive(null, Set.of(one.job().value()))).hasSize(1);
        dispatch.forget();
        handler.handle(take());
    }

    @Test
    void job_redriven_isReadForNothing() {
        String job = accepted();
        breakIt(job);
        redrive(theDead(job));
        assertThat(get(token, job).jsonPath().getString("state")).isEqualTo("done");
        assertThat(countedCalls()).isZero();
        assertThat(queue.size()).isZero();
        assertThat(pictures.size()).isZero();
    }

    @Test
    void job_redrivenAndBrokenAgain_isGivenBackOnce() {
        assertThat(handledNow().statusCode()).isEqualTo(201);
        String job = accepted();
        breakIt(job);
        var admin = new JobAdmin(new InMemoryAccountStore(), jobs, dead, queue);
        admin.redrive(null, Set.of(theDead(job).job().value()));
        breakIt(job);
        assertThat(countedCalls()).isEqualTo(1);
        redrive(theDead(job));
    }

    private Response handledNow() {
        return post("now" + System.nanoTime(), "");
    }

    @Test
    void job_whoseWorkersAreKilled_isGivenUpWithoutAnotherTry() {
        String job = accepted();
        for (int killed = 1; killed <= 5; killed++) {
            take();
            ((FakeClock) clock).advance(JobHandler.LEASE);
        }
        handler.handle(take());
        ((FakeClock) clock).set(Instant.parse("2026-11-22T13:00:14.745242Z"));
        assertThat(dispatch.picture()).isNull();
        assertThat(get(token, job).jsonPath().getInt("status_code")).isEqualTo(500);
        assertThat(countedCalls()).isZero();
        redrive(theDead(job));
    }

    @Test
    void job_whileBusy_waitsForItsTurn() {
        String job = accepted();
        var tries = new AtomicInteger();
        dispatch.follow(() -> {
            if (tries.incrementAndGet() < 3) {
                throw ApiException.retry(ApiError.BUSY, Duration.ofSeconds(1));
            }
        });
        handler.handle(take());
        assertThat(tries).hasValue(3);
        assertThat(get(token, job).jsonPath().getString("state")).isEqualTo("done");
    }

    @Test
    void job_workerStopped_isGivenBackAtOnce() throws InterruptedException {
        String job = accepted();
        dispatch.follow(() -> {
            throw ApiException.retry(ApiError.BUSY, Duration.ofSeconds(1));
        });
        LeasedJob taken = take();
        var worker = new Thread(() -> handler.handle(taken));
        worker.start();
        worker.interrupt();
        worker.join(10_000);
        dispatch.forget();
        handler.handle(take());
        assertThat(get(token, job).jsonPath().getString("state")).isEqualTo("done");
    }

    @Test
    void post_tooFast_isQueuedIfItMayBe() {
        token = accounts.token(new Plan("slow", 100, 1, false), same -> same);
        assertThat(post("f1", "").statusCode()).isEqualTo(201);
        assertThat(post("f2", "").statusCode()).isEqualTo(429);
        Response ifBusy = post("f3", "respond-async, wait=1");
        Response later = post("f4", "respond-async");
        assertThat(ifBusy.statusCode()).isEqualTo(202);
        assertThat(later.statusCode()).isEqualTo(202);
        assertThat(countedCalls()).isEqualTo(3);
        handler.handle(take());
        handler.handle(take());
        assertThat(get(token, ifBusy.header("Location")).jsonPath().getString("state"))
                .isEqualTo("done");
    }

    @Test
    void post_manyWaitAlready_isRefused() {
        token = accounts.token(new Plan("slow", 100, 1, false), same -> same);
        for (int i = 0; i < 30; i++) {
            assertThat(post("m" + i).statusCode()).isEqualTo(202);
        }
        Response refused = post("m30");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        assertThat(refused.jsonPath().getString("detail")).contains("Too many pictures");
        assertThat(post("m31", "respond-async, wait=1").jsonPath().getString("detail"))
                .contains("throttled");
        assertThat(countedCalls()).isEqualTo(30);
        for (int i = 0; i < 30; i++) {
            handler.handle(take());
        }
        assertThat(post("m32").statusCode()).isEqualTo(202);
        handler.handle(take());
    }

    @Test
    void job_ofAnotherAccount_isNotFound() {
        String job = accepted();
        assertThat(get(accounts.token(), job).statusCode()).isEqualTo(404);
        assertThat(get(token, "/v1/plate-reader/jobs/x").statusCode()).isEqualTo(404);
        assertThat(given().get(job).statusCode()).isEqualTo(403);
        handler.handle(take());
    }

    @Test
    void post_repeatedWithItsKey_isTheSameJob() {
        Response first = post("same");
        Response second = post("same");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(countedCalls()).isEqualTo(1);
        handler.handle(take());
    }
}
