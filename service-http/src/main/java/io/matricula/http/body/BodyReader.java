package io.matricula.http.body;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes the body of a request off its connection, whole and within bounds of size and time. The connection's thread gathers it and wakes
 * the waiting one once; a stream would wake both for each piece. Safe for concurrent use; it waits, so never on an event loop.
 */
public final class BodyReader {
    /** As long as a stream's reader waits for its next piece ({@code quarkus.http.read-timeout}). */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final long shownBound;
    private final int maxBytes;
    private final Duration timeout;
    private final Duration pause;

    /** A reader of bodies up to {@code maxBytes}; what is longer is refused with the bound that clients know, that of the picture. */
    public BodyReader(long shownBound, int maxBytes, Duration timeout) {
        this(shownBound, maxBytes, timeout, LONGEST_PAUSE);
    }

    /** @param pause between two pieces, at most */
    BodyReader(long shownBound, int maxBytes, Duration timeout, Duration pause) {
        this.shownBound = shownBound;
        this.maxBytes = maxBytes;
        this.timeout = timeout;
        this.pause = pause;
    }

    /**
     * The body of a request that nobody has read from yet.
     *
     * @param announced its length by the client's word, at which it is cut off; -1 if unknown
     * @throws ApiException if it is too long, doesn't arrive in time, or its connection breaks
     */
    public byte[] read(RoutingContext context, long announced) {
        IncomingBody begun = EarlyBodies.begun(context);
        if (begun == null || announced > maxBytes) {
            return read(context.request(), announced);
        }
        return await(begun);
    }

    byte[] read(HttpServerRequest request, long announced) {
        if (announced > maxBytes) {
            throw ApiException.of(ApiError.TOO_LARGE, shownBound);
        }
        var incoming = announced < 0 ? IncomingBody.upTo(maxBytes + 1) : IncomingBody.ofLength((int) announced);
        incoming.takeFrom(request);
        byte[] body = await(incoming);
        if (body.length > maxBytes) {
            throw ApiException.of(ApiError.TOO_LARGE, shownBound);
        }
        return body;
    }

    private byte[] await(IncomingBody incoming) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            for (long left = left(incoming, deadline); left > 0; left = left(incoming, deadline)) {
                try {
                    return incoming.whole().get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // A piece may have come since, and have given it more time.
                }
            }
        } catch (ExecutionException e) {
            // The connection broke; nobody is likely to read the answer.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw ApiException.of(ApiError.REQUEST_TIMEOUT);
    }

    /** Nanoseconds until the whole body, or its next piece, is late. */
    private long left(IncomingBody incoming, long deadline) {
        long now = System.nanoTime();
        return Math.min(deadline - now, pause.toNanos() - (now - incoming.lastPieceNanos()));
    }
}
