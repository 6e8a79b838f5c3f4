package io.matricula.service.webhook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What filters need to know of an answer.
 *
 * @param cameraId as the client sent it; null without one
 * @param regions lower-case codes of the plates' regions
 * @param plates number of plates found
 */
public record AnswerFacts(@Nullable String cameraId, Set<String> regions, int plates) {
    public AnswerFacts {
        regions = Set.copyOf(regions);
    }
}
