package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is read later.
 *
 * @param state {@code queued} until there is an answer, then {@code done} if the picture was read and {@code failed} if not
 * @param url path of this job
 * @param statusCode what the call would have been answered at once; null while it is queued
 * @param answer the body of that answer, as JSON; null while it is queued
 */
@JsonNaming(SnakeCaseStrategy.class)
public record JobAnswer(
        String id,
        String state,
        String url,
        @Nullable Integer statusCode,
        @JsonRawValue @Nullable String answer) {}
