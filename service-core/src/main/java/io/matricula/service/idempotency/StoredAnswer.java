package io.matricula.service.idempotency;

/**
 * An answer as it is kept for repetitions.
 *
 * @param status HTTP status
 * @param body JSON
 */
public record StoredAnswer(int status, String body) {}
