package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * One session of a person.
 *
 * @param current whether it is the one that asks
 * @param address where it began; null of sessions from before that was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record SessionLine(
        String id,
        boolean current,
        String created,
        String refreshed,
        String expires,
        @Nullable String address) {}
