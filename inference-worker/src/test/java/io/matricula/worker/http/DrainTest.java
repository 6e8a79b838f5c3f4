package io.matricula.worker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrainTest {
    @Test
    void takes_untilToldToStop() {
        assertThat(new Drain(Optional.of(Duration.ZERO)).takes()).isTrue();
    }

    @Test
    void takes_whileOthersNotice() {
        var drain = new Drain(Optional.of(Duration.ofMinutes(1)));
        drain.stopping(new ShutdownDelayInitiatedEvent());
        assertThat(drain.takes()).isTrue();
    }

    @Test
    void takes_afterwards_noMore() {
        var drain = new Drain(Optional.empty());
        drain.stopping(new ShutdownDelayInitiatedEvent());
        assertThat(drain.takes()).isFalse();
    }
}
