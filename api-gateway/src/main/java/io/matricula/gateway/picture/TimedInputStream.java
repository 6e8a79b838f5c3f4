package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that must be read before a deadline, so that a client which sends a byte now and then can't hold a thread for long. */
final class TimedInputStream extends FilterInputStream {
    private final long deadlineNanos;

    TimedInputStream(InputStream in, long deadlineNanos) {
        super(in);
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public int read() throws IOException {
        checkTime();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkTime();
        return super.read(into, offset, length);
    }

    private void checkTime() {
        if (System.nanoTime() - deadlineNanos > 0) {
            throw ApiException.of(ApiError.REQUEST_TIMEOUT);
        }
    }
}
