package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests repeated under an {@code Idempotency-Key}. */
@QuarkusTest
class IdempotencyKeyTest {
    @Inject
    Accounts accounts;

    @Inject
    FakeDispatch dispatch;

    private final AtomicInteger readings = new AtomicInteger();
    private String token = "";

    @BeforeEach
    void newAccount() {
        token = accounts.token();
        dispatch.forget();
        dispatch.follow(readings::incrementAndGet);
    }

    private Response post(String key, String camera) {
        return post(token, key, camera);
    }

    private static Response post(String token, String key, String camera) {
        return given().header("Authorization", "Token " + token)
                .header("Idempotency-Key", key)
                .multiPart("camera_id", camera)
                .multiPart("upload", "car.jpg", GoldenRequest.PICTURE, "image/jpeg")
                .post("/v1/plate-reader/");
    }

    private int countedCalls() {
        return given().header("Authorization", "Token " + token)
                .get("/v1/statistics/")
                .jsonPath()
                .getInt("usage.calls");
    }

    @Test
    void post_repeated_isAnsweredFromTheFirstAndCountedOnce() {
        Response first = post("k1", "gate");
        Response second = post("k1", "gate");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.header("X-RateLimit-Limit")).isEqualTo(first.header("X-RateLimit-Limit"));
        assertThat(second.header("X-RateLimit-Remaining")).isEqualTo(first.header("X-RateLimit-Remaining"));
        assertThat(second.header("X-RateLimit-Reset")).isEqualTo(first.header("X-RateLimit-Reset"));
        assertThat(second.contentType()).startsWith("application/json");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(readings).hasValue(1);
        assertThat(countedCalls()).isEqualTo(1);
    }

    @Test
    void post_otherKey_isANewRequest() {
        post("k1", "gate");
        assertThat(post("k2", "gate").header("Idempotent-Replayed")).isNull();
        assertThat(countedCalls()).isEqualTo(2);
    }

    @Test
    void post_sameKeyForOtherContents_isRefused() {
        post("k1", "gate");
        Response other = post("k1", "exit");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getInt("status_code")).isEqualTo(422);
        assertThat(countedCalls()).isEqualTo(1);
    }

    @Test
    void post_keyOfAnotherAccount_isANewRequest() {
        Response first = post("k1", "gate");
        Response others = post(accounts.token(), "k1", "exit");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(others.statusCode()).isEqualTo(201);
        assertThat(others.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void post_firstFailed_mayBeTriedAnew() {
        dispatch.follow(() -> {
            throw new IllegalStateException("engine");
        });
        assertThat(post("k1", "gate").statusCode()).isEqualTo(500);
        dispatch.follow(readings::incrementAndGet);
        assertThat(post("k1", "gate").statusCode()).isEqualTo(201);
        assertThat(countedCalls()).isEqualTo(1);
    }

    @Test
    void post_whileTheFirstIsAtWork_isToWait() throws Exception {
        var atWork = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        dispatch.follow(() -> {
            atWork.countDown();
            await(release);
        });
        var first = CompletableFuture.supplyAsync(() -> post("k1", "gate"));
        await(atWork);
        Response second = post("k1", "gate");
        release.countDown();
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.header("Retry-After")).isEqualTo("1");
        assertThat(first.get().statusCode()).isEqualTo(201);
        assertThat(countedCalls()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void post_keyThatIsNone_isRefused() {
        assertThat(post("a b", "gate").statusCode()).isEqualTo(400);
        assertThat(post("x".repeat(256), "gate").statusCode()).isEqualTo(400);
        assertThat(countedCalls()).isZero();
    }
}
