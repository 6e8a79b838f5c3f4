package io.matricula.worker.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.matricula.contract.ApiError;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.contract.internal.RecognitionWire;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.dispatch.DispatchConfig;
import io.matricula.reading.dispatch.HttpDispatch;
import io.matricula.reading.dispatch.RecognitionDispatch;
import io.matricula.reading.dispatch.RejectedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A whole worker with the real models, asked as gateways ask it. */
@QuarkusTest
class WorkerE2E {
    private static final byte[] PICTURE = picture();
    private static final RecognitionRequest REQUEST = request(List.of());
    private static final String SECRET = "a secret of tests";

    private final RecognitionWire wire = new RecognitionWire();

    @TestHTTPResource("/")
    URI address;

    @Inject
    RecognitionDispatch engine;

    @Test
    void picture_overHttp_isReadAsInTheProcess() throws Exception {
        RecognitionOutcome here = engine.recognize(PICTURE, REQUEST, "r");
        RecognitionOutcome there = dispatch().recognize(PICTURE, REQUEST, "r");
        assertThat(here.results()).hasSize(1);
        assertThat(there.results()).isEqualTo(here.results());
        assertThat(there.imageWidth()).isEqualTo(here.imageWidth());
        assertThat(there.milliseconds().keySet()).isEqualTo(here.milliseconds().keySet());
    }

    @Test
    void picture_thatIsNone_isRejectedAsInTheProcess() throws Exception {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> dispatch().recognize(Arrays.copyOf(PICTURE, 20), REQUEST, "r"))
                .matches(e -> e.field().equals("upload"));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> dispatch().recognize(PICTURE, request(List.of("(")), "r"))
                .matches(e -> e.field().equals("config"));
    }

    @Test
    void picture_overTheWorkersLimit_is413AtTheGateway() {
        for (int time = 0; time < 10; time++) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> dispatch().recognize(new byte[3 << 20], REQUEST, "r"))
                    .matches(e -> e.error() == ApiError.TOO_LARGE_FOR_WORKERS);
        }
    }

    @Test
    void metrics_tellTheDevice() {
        given().get("/q/metrics")
                .then()
                .body(matchesPattern("(?s).*matricula_device\\{device=\"(cpu|cuda)\"} 1\\.0.*"));
    }

    @Test
    void load_beyondWhatIsTaken_isRefusedAtOnceAndTheRestIsDone() throws Exception {
        HttpDispatch dispatch = dispatch();
        ExecutorService callers = Executors.newFixedThreadPool(150);
        List<Future<RecognitionOutcome>> calls = new ArrayList<>();
        for (int call = 0; call < 300; call++) {
            calls.add(callers.submit(() -> dispatch.recognize(PICTURE, REQUEST, "r")));
        }
        int done = 0;
        for (Future<RecognitionOutcome> call : calls) {
            try {
                assertThat(call.get().results()).hasSize(1);
                done++;
            } catch (ExecutionException e) {
                assertThat(e.getCause())
                        .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.error())
                                .isEqualTo(ApiError.BUSY));
            }
        }
        callers.shutdown();
        assertThat(done).isPositive();
        given().get("/q/metrics")
                .then()
                .body(containsString("matricula_recognition_waiting"))
                .body(containsString("matricula_recognition_wait_seconds_count"));
    }

    @Test
    void message_withoutTheSecret_isRefused() {
        send(given(), message(PICTURE)).statusCode(403);
        send(given().header(RecognitionWire.SECRET_HEADER, "guess"), message(PICTURE))
                .statusCode(403);
    }

    @Test
    void message_thatIsNone_isRefused() {
        send(trusted(), "nonsense".getBytes(StandardCharsets.UTF_8)).statusCode(400);
        send(trusted(), new byte[0]).statusCode(400);
        send(trusted(), new byte[3 << 20]).statusCode(413);
        trusted()
                .contentType("image/jpeg")
                .body(PICTURE)
                .post(RecognitionWire.PATH)
                .then()
                .statusCode(415);
        trusted().get(RecognitionWire.PATH).then().statusCode(405);
    }

    @Test
    void request_withAnId_keepsIt() {
        send(trusted().header("X-Request-Id", "abcd1234"), message(PICTURE))
                .statusCode(200)
                .header("X-Request-Id", equalTo("abcd1234"))
                .contentType(matchesPattern("application/json.*"));
    }

    @Test
    void probes_ofAWarmWorker_areGood() {
        given().get("/readyz").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/healthz").then().statusCode(200);
    }

    private RequestSpecification trusted() {
        return given().header(RecognitionWire.SECRET_HEADER, SECRET);
    }

    private static ValidatableResponse send(RequestSpecification request, byte[] message) {
        return request.contentType(RecognitionWire.MEDIA_TYPE)
                .body(message)
                .post(RecognitionWire.PATH)
                .then();
    }

    private byte[] message(byte[] picture) {
        byte[] head = wire.head(REQUEST);
        return ByteBuffer.allocate(head.length + picture.length)
                .put(head)
                .put(picture)
                .array();
    }

    private HttpDispatch dispatch() {
        return HttpDispatch.to(new OneWorker(address), new SimpleMeterRegistry());
    }

    private static RecognitionRequest request(List<String> formats) {
        return new RecognitionRequest(List.of(), false, 0.2, 0.6, Mode.NORMAL, formats, false, false, true, true);
    }

    private static byte[] picture() {
        try (InputStream in = WorkerE2E.class.getResourceAsStream("/io/matricula/worker/engine/warm-up.jpg")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings of a gateway that knows this worker. */
    private record OneWorker(URI address) implements DispatchConfig {
        @Override
        public Optional<List<URI>> workers() {
            return Optional.of(List.of(address));
        }

        @Override
        public boolean balanced() {
            return false;
        }

        @Override
        public Optional<String> secret() {
            return Optional.of(SECRET);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(25);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Optional<Duration> hedgeAfter() {
            return Optional.empty();
        }

        @Override
        public int concurrent() {
            return 32;
        }

        @Override
        public Duration rest() {
            return Duration.ofSeconds(5);
        }
    }
}
