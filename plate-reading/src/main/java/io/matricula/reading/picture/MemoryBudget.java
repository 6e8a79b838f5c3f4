package io.matricula.reading.picture;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.ReadingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the memory that all requests together hold for bodies and pictures. */
@ApplicationScoped
public class MemoryBudget {
    private static final int UNIT = 1 << 10;
    /** At most, for base64 in JSON: the body as it came, its text as the parser keeps it, the text's bytes, and the picture. */
    private static final int COPIES = 4;
    /** A body of unknown length takes a large share, but gives most of it back as soon as it is there: worth a short wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final int units;
    private final long maxBody;
    private final Semaphore free;

    MemoryBudget(ReadingConfig config) {
        units = (int) Math.min(Integer.MAX_VALUE, config.picture().memory().asLongValue() / UNIT);
        maxBody = Pictures.maxBody(config);
        free = new Semaphore(units, true);
    }

    /**
     * Sets memory aside for a body until the share is closed, waiting a second for others to give theirs back; 503 if there is still not enough.
     *
     * @param announced the body's length by the client's word, -1 if unknown
     */
    public Share take(long announced) {
        int share = units(announced < 0 ? maxBody : announced);
        if (!acquire(share)) {
            throw ApiException.retry(ApiError.BUSY, Duration.ofSeconds(1));
        }
        return new Share(share);
    }

    private int units(long body) {
        return (int) Math.min(units, Math.min(body, maxBody) * COPIES / UNIT + 1);
    }

    private boolean acquire(int share) {
        try {
            return free.tryAcquire(share, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Sets memory aside for the picture that a submission only names; nothing for one that it brought. */
    public Share takeForFetch(Submission sent) {
        return sent.uploadUrl() == null ? new Share(0) : take(-1);
    }

    /** Memory set aside until it is closed. For one thread. */
    public final class Share implements AutoCloseable {
        private int held;

        private Share(int held) {
            this.held = held;
        }

        /** Gives back what a body of this length doesn't need, now that its length is known. */
        public void fit(long body) {
            int needed = Math.min(held, units(body));
            free.release(held - needed);
            held = needed;
        }

        @Override
        public void close() {
            free.release(held);
            held = 0;
        }
    }
}
