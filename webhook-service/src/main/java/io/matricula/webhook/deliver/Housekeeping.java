package io.matricula.webhook.deliver;

import io.matricula.service.webhook.Retention;
import java.time.Clock;
import java.time.Instant;

/** Forgets what has been kept for long enough. To be run now and then; repeatable. */
public final class Housekeeping {
    private final DeliveryState state;
    private final Clock clock;

    public Housekeeping(DeliveryState state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    public void run() {
        Instant now = clock.instant();
        state.log().removeBefore(now.minus(Retention.LOG));
        state.events().removeBefore(now.minus(Retention.EVENTS));
        state.deadLetters().removeBefore(now.minus(Retention.EVENTS));
        state.pictures().removeBefore(now.minus(Retention.PICTURES));
    }
}
