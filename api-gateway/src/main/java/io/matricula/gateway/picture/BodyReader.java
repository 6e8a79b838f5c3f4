package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.gateway.errors.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

/** Reads a body to its end within bounds of size and time. */
final class BodyReader {
    /** What is still taken from a client whose body is too long, so that it reads our answer instead of a broken connection. */
    private static final long MAX_DRAIN = 32L << 20;

    private final int maxBytes;
    private final Duration timeout;

    BodyReader(int maxBytes, Duration timeout) {
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

    /**
     * The whole body.
     *
     * @param announced its length by the client's word, -1 if unknown
     */
    byte[] read(InputStream sent, long announced) throws IOException {
        var body = new TimedInputStream(sent, System.nanoTime() + timeout.toNanos());
        if (announced > maxBytes) {
            throw tooLarge(body);
        }
        if (announced >= 0) {
            byte[] bytes = new byte[(int) announced];
            int length = body.readNBytes(bytes, 0, bytes.length);
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge(body);
        }
        return bytes;
    }

    private ApiException tooLarge(InputStream body) throws IOException {
        discard(body);
        return ApiException.of(ApiError.TOO_LARGE, maxBytes);
    }

    /** Reads what a client still sends, up to a bound, and forgets it. */
    void drain(InputStream sent) throws IOException {
        discard(new TimedInputStream(sent, System.nanoTime() + timeout.toNanos()));
    }

    private static void discard(InputStream body) throws IOException {
        byte[] discarded = new byte[16 << 10];
        long total = 0;
        int count = 0;
        while (count >= 0 && total < MAX_DRAIN) {
            count = body.read(discarded);
            total += Math.max(0, count);
        }
    }
}
