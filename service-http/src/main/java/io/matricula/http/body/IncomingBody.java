package io.matricula.http.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** A body as it arrives, piece by piece, on the thread of its connection; another may wait for it. */
final class IncomingBody {
    private static final int FIRST_ROOM = 1 << 16;

    private final int most;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private volatile long lastPieceNanos = System.nanoTime();
    private byte[] bytes;
    private int length;

    private IncomingBody(int most, int room) {
        this.most = most;
        this.bytes = new byte[room];
    }

    /** Of a length that is known; one that goes on is cut off there. */
    static IncomingBody ofLength(int length) {
        return new IncomingBody(length, length);
    }

    /** Of unknown length, cut off at this one. */
    static IncomingBody upTo(int most) {
        return new IncomingBody(most, Math.min(most, FIRST_ROOM));
    }

    /** All of it, or the failure of its connection. */
    CompletableFuture<byte[]> whole() {
        return whole;
    }

    /** The {@link System#nanoTime} at which the last piece came, or the waiting began. */
    long lastPieceNanos() {
        return lastPieceNanos;
    }

    /** Begins to take a body that was held back until now. */
    void takeFrom(HttpServerRequest request) {
        if (request.isEnded()) {
            end();
            return;
        }
        request.exceptionHandler(whole::completeExceptionally);
        request.endHandler(done -> end());
        request.handler(this::add);
        // Clients such as curl send a large body only after they are told to go on (RFC 9110, 10.1.1).
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
    }

    private void add(Buffer piece) {
        if (whole.isDone()) {
            return;
        }
        lastPieceNanos = System.nanoTime();
        int fitting = Math.min(piece.length(), most - length);
        if (length + fitting > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(2L * bytes.length, length + fitting)));
        }
        piece.getBytes(0, fitting, bytes, length);
        length += fitting;
        if (fitting < piece.length()) {
            end();
        }
    }

    private void end() {
        whole.complete(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }
}
