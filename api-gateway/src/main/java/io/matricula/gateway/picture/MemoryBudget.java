package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.gateway.config.GatewayConfig;
import io.matricula.http.errors.ApiException;
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
    /** A body of unknown length takes a large share, but gives it back after one recognition: worth a short wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final int units;
    private final long maxBody;
    private final Semaphore free;

    MemoryBudget(GatewayConfig config) {
        units = (int) Math.min(Integer.MAX_VALUE, config.picture().memory().asLongValue() / UNIT);
        maxBody = PictureIntake.maxBody(config);
        free = new Semaphore(units, true);
    }

    /**
     * Sets memory aside for a body until the share is closed, waiting a second for others to give theirs back; 503 if there is still not enough.
     *
     * @param announced the body's length by the client's word, -1 if unknown
     */
    Share take(long announced) {
        long body = announced < 0 ? maxBody : Math.min(announced, maxBody);
        int share = (int) Math.min(units, body * COPIES / UNIT + 1);
        if (!acquire(share)) {
            throw ApiException.retry(ApiError.BUSY, Duration.ofSeconds(1));
        }
        return () -> free.release(share);
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
        return sent.uploadUrl() == null ? () -> {} : take(-1);
    }

    /** Memory set aside. */
    @FunctionalInterface
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
