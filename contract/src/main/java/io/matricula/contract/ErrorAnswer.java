package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer that is not good.
 *
 * @param detail one sentence for people
 * @param statusCode the HTTP status
 * @param error the same as {@code detail}, only with status 413, where a client reads this name
 * @param fields what is wrong with each field of the request, under the field's own name
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ErrorAnswer(
        String detail,
        int statusCode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error,
        @JsonAnyGetter Map<String, List<String>> fields) {}
