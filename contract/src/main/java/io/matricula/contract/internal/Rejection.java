package io.matricula.contract.internal;

/**
 * A worker's answer to what can't be used, with status 422: the sender's fault, so no other worker is asked.
 *
 * @param field of the client's request, such as {@code upload}
 * @param problem a sentence for the client
 */
public record Rejection(String field, String problem) {}
