package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * How far a batch is.
 *
 * @param state {@code running} until no picture waits, then {@code done}
 * @param total pictures of the batch
 * @param done pictures that were read
 * @param failed pictures that were answered otherwise, the refused and the cancelled ones among them
 * @param queued pictures that wait or are at work
 * @param url path of this batch
 * @param resultsUrl path of its results
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BatchAnswer(
        String id, String state, int total, int done, int failed, int queued, String url, String resultsUrl) {}
