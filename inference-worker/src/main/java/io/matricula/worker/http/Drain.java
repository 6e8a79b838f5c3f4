package io.matricula.worker.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether this worker takes messages. Told to stop, it goes on while balancers notice that it isn't ready, and refuses afterwards: the
 * server waits for what is at work, and would wait in vain while more comes in.
 */
@ApplicationScoped
class Drain {
    private final Duration notice;
    private volatile @Nullable Long refusesFrom;

    Drain(@ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> notice) {
        this.notice = notice.orElse(Duration.ZERO);
    }

    void stopping(@Observes ShutdownDelayInitiatedEvent event) {
        refusesFrom = System.nanoTime() + notice.toNanos();
    }

    boolean takes() {
        Long from = refusesFrom;
        return from == null || System.nanoTime() - from < 0;
    }
}
