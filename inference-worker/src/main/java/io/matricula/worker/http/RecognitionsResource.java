package io.matricula.worker.http;

import io.matricula.contract.ApiError;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.internal.MalformedMessageException;
import io.matricula.contract.internal.RecognitionMessage;
import io.matricula.contract.internal.RecognitionWire;
import io.matricula.contract.internal.Rejection;
import io.matricula.http.body.BodyReader;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.dispatch.BoundedRecognition;
import io.matricula.reading.dispatch.RejectedException;
import io.matricula.reading.picture.MemoryBudget;
import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /internal/recognitions}: a message of {@link RecognitionWire} in, its outcome out; 503 with {@code Retry-After} where the
 * wait would be too long. Only in deployables that are built to be workers: it counts no calls and knows no accounts.
 */
@Path(RecognitionWire.PATH)
@IfBuildProperty(name = "io.matricula.worker.http", stringValue = "true")
public class RecognitionsResource {
    private static final Duration ELSEWHERE = Duration.ofSeconds(1);

    private final SharedSecret secret;
    private final Drain drain;
    private final MemoryBudget memory;
    private final BoundedRecognition recognition;
    private final RecognitionWire wire = new RecognitionWire();
    private final long longest;
    private final BodyReader bodies;

    RecognitionsResource(
            SharedSecret secret,
            Drain drain,
            MemoryBudget memory,
            BoundedRecognition recognition,
            ReadingConfig config) {
        this.secret = secret;
        this.drain = drain;
        this.memory = memory;
        this.recognition = recognition;
        longest = config.picture().maxSize().asLongValue() + RecognitionWire.LONGEST_REQUEST;
        bodies = new BodyReader(
                longest,
                (int) Math.min(longest, Integer.MAX_VALUE - 8),
                config.picture().timeout());
    }

    @POST
    @Consumes(RecognitionWire.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    public Response recognize(
            @HeaderParam(RecognitionWire.SECRET_HEADER) @Nullable String shown,
            @HeaderParam("Content-Length") @Nullable Long length,
            @Context RoutingContext context) {
        secret.check(shown);
        if (!drain.takes()) {
            throw ApiException.retry(ApiError.BUSY, ELSEWHERE);
        }
        if (length == null) {
            throw ApiException.of(ApiError.LENGTH_MISSING);
        }
        if (length > longest) {
            throw ApiException.of(ApiError.TOO_LARGE, longest);
        }
        try (var share = memory.take(length)) {
            return answer(message(length, context), context);
        }
    }

    private RecognitionMessage message(long length, RoutingContext context) {
        long start = System.nanoTime();
        Exchange exchange = Exchange.of(context);
        try {
            byte[] body = bodies.read(context, length);
            exchange.bytes(length);
            return wire.read(new ByteArrayInputStream(body), length);
        } catch (MalformedMessageException e) {
            throw ApiException.of(ApiError.MALFORMED_BODY, "Not a message for workers: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw ApiException.of(ApiError.REQUEST_TIMEOUT);
        } finally {
            exchange.stage("receive", start);
        }
    }

    private Response answer(RecognitionMessage message, RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        long start = System.nanoTime();
        try {
            RecognitionOutcome outcome = recognition.recognize(
                    message.picture(), message.request(), exchange.requestId(), () -> context.response()
                            .closed());
            exchange.results(outcome.results().size() + outcome.sightings().size());
            outcome.milliseconds().forEach((stage, took) -> exchange.stage("engine_" + stage, took));
            return Response.ok(wire.write(outcome)).build();
        } catch (RejectedException e) {
            var rejection = new Rejection(e.field(), String.valueOf(e.getMessage()));
            return Response.status(RecognitionWire.REJECTED)
                    .entity(wire.write(rejection))
                    .build();
        } finally {
            exchange.stage("recognize", start);
        }
    }
}
