package io.matricula.service.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a webhook: one, or two while its receivers change from the old to the new.
 *
 * @param previous null without one
 * @param previousUntil from when on {@code previous} signs no longer; null exactly if there is none
 */
public record WebhookSecrets(
        SigningSecret current,
        @Nullable SigningSecret previous,
        @Nullable Instant previousUntil) {
    public WebhookSecrets {
        if ((previous == null) != (previousUntil == null)) {
            throw new IllegalArgumentException("a previous secret has an end");
        }
    }

    public static WebhookSecrets of(SigningSecret current) {
        return new WebhookSecrets(current, null, null);
    }

    /** A new secret takes over; the one before keeps signing beside it until {@code overlapEnds}, an older one no longer. */
    public WebhookSecrets rotated(SigningSecret next, Instant overlapEnds) {
        return new WebhookSecrets(next, current, overlapEnds);
    }

    /** The secrets that sign now, newest first. */
    public List<SigningSecret> validAt(Instant now) {
        return previous == null || previousUntil == null || !now.isBefore(previousUntil)
                ? List.of(current)
                : List.of(current, previous);
    }
}
