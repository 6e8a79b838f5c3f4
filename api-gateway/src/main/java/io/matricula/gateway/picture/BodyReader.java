package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

/** Reads a body to its end within bounds of size and time. */
final class BodyReader {
    private final long maxPicture;
    private final int maxBytes;
    private final Duration timeout;

    /** A reader of bodies up to {@code maxBytes}; what is longer is refused with the bound that clients know, that of the picture. */
    BodyReader(long maxPicture, int maxBytes, Duration timeout) {
        this.maxPicture = maxPicture;
        this.maxBytes = maxBytes;
        this.timeout = timeout;
    }

    /**
     * The whole body.
     *
     * @param announced its length by the client's word, -1 if unknown
     */
    byte[] read(InputStream sent, long announced) throws IOException {
        if (announced > maxBytes) {
            throw ApiException.of(ApiError.TOO_LARGE, maxPicture);
        }
        var body = new TimedInputStream(sent, System.nanoTime() + timeout.toNanos());
        if (announced >= 0) {
            byte[] bytes = new byte[(int) announced];
            int length = body.readNBytes(bytes, 0, bytes.length);
            // Reading on to the end tells the connection that the request is over.
            return length == bytes.length && body.read() < 0 ? bytes : Arrays.copyOf(bytes, length);
        }
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw ApiException.of(ApiError.TOO_LARGE, maxPicture);
        }
        return bytes;
    }
}
