package io.matricula.service.idempotency;

/**
 * An answer as it is kept for repetitions.
 *
 * @param status HTTP status
 * @param body JSON
 */
public record StoredAnswer(int status, String body) {
    /** Whether it tells of success. */
    public boolean good() {
        return status / 100 == 2;
    }
}
