package io.matricula.service.usage;

/**
 * A call that is being counted: what was decided, and a wait until that is durable. Who has work to do for the call does it in between; who has answered
 * without waiting has answered a call that a crash may take back.
 *
 * @param durable returns when the count is durable; throws {@link java.io.UncheckedIOException} if it may not be counted
 */
public record Counting(CountResult result, Runnable durable) {}
