package io.matricula.service.webhook;

import java.time.Duration;
import java.time.Instant;

/**
 * When a target that keeps failing is left alone: after it has failed for long, or often in a row. A busy webhook reaches any
 * number of failures within a minute of its receiver's restart, so that the number alone decides nothing before {@code notBefore}.
 *
 * @param longest failing without one good answer
 * @param failures attempts in a row
 * @param notBefore least time that the target must have failed for {@code failures} to count
 */
public record SwitchOffRule(Duration longest, int failures, Duration notBefore) {
    public static final SwitchOffRule STANDARD = new SwitchOffRule(Duration.ofDays(5), 50, Duration.ofHours(1));

    boolean applies(WebhookHealth health, Instant now) {
        if (health.failingSince() == null) {
            return false;
        }
        Duration failing = Duration.between(health.failingSince(), now);
        return failing.compareTo(longest) >= 0 || health.failures() >= failures && failing.compareTo(notBefore) >= 0;
    }
}
