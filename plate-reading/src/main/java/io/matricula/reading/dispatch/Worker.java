package io.matricula.reading.dispatch;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One address of workers: how many pictures are there, and whether it is left alone because it failed. Thread-safe. */
final class Worker {
    private static final int LAST = 20;
    private static final int FEWEST = 5;
    private static final int HALF = 50;
    private static final int TRIALS = 2;

    private final URI address;
    private final CircuitBreaker breaker;
    private final MeterRegistry meters;
    private final AtomicInteger running = new AtomicInteger();

    Worker(URI address, Duration rest, MeterRegistry meters) {
        this.address = address;
        this.meters = meters;
        breaker = CircuitBreaker.of(
                address.getAuthority(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(LAST)
                        .minimumNumberOfCalls(FEWEST)
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .build());
        meters.gauge(
                "matricula.dispatch.open",
                tags(),
                breaker,
                each -> each.getState() == CircuitBreaker.State.OPEN ? 1 : 0);
    }

    URI address() {
        return address;
    }

    /** Pictures that are there now. */
    int running() {
        return running.get();
    }

    /** Whether a picture may be sent now; then one of {@link #answered} and {@link #left} must follow. */
    boolean tryEnter() {
        if (!breaker.tryAcquirePermission()) {
            return false;
        }
        running.incrementAndGet();
        return true;
    }

    void answered(WorkerAnswer answer, long tookNanos) {
        running.decrementAndGet();
        timer(answer.kind()).record(tookNanos, TimeUnit.NANOSECONDS);
        if (answer.well()) {
            breaker.onSuccess(tookNanos, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(tookNanos, TimeUnit.NANOSECONDS, new IOException(answer.kind()));
        }
    }

    /** @param tooSlow whether its answer should have been there */
    void left(boolean tooSlow, long tookNanos) {
        running.decrementAndGet();
        timer(tooSlow ? "slow" : "cancelled").record(tookNanos, TimeUnit.NANOSECONDS);
        if (tooSlow) {
            breaker.onError(tookNanos, TimeUnit.NANOSECONDS, new IOException("too slow"));
        } else {
            breaker.releasePermission();
        }
    }

    private Timer timer(String answer) {
        return meters.timer("matricula.dispatch", tags().and("answer", answer));
    }

    private Tags tags() {
        return Tags.of("worker", address.getAuthority());
    }
}
