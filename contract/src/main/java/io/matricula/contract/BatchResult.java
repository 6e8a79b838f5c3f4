package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a batch, and what came of it.
 *
 * @param number its place in the batch, from 0 on
 * @param name of its file; null if it was fetched
 * @param uploadUrl where it was fetched; null if it was sent
 * @param state {@code queued} until there is an answer, then {@code done} if the picture was read and {@code failed} if not
 * @param statusCode what the picture would have been answered alone; null while it is queued
 * @param answer the body of that answer, as JSON; null while it is queued
 */
@JsonNaming(SnakeCaseStrategy.class)
public record BatchResult(
        int number,
        @Nullable String name,
        @Nullable String uploadUrl,
        String state,
        @Nullable Integer statusCode,
        @JsonRawValue @Nullable String answer) {}
