package io.matricula.reading.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a gateway without an engine of its own sends pictures, under {@code matricula.dispatch}. */
@ConfigMapping(prefix = "matricula.dispatch")
public interface DispatchConfig {
    /** Addresses of workers, with commas between them, such as {@code http://10.0.0.7:8080}. */
    Optional<List<URI>> workers();

    /** Whether each address is a load balancer's, so that asking the same one again reaches another worker. */
    @WithDefault("false")
    boolean balanced();

    /** What workers want to be shown, if they do: their {@code matricula.worker.secret}. */
    Optional<String> secret();

    /** Longest time for one picture, all tries together; then the answer is 503. */
    @WithDefault("25s")
    Duration timeout();

    /** Longest time to reach a worker. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** When a second worker is asked as well; without it, when 95 % of the last answers would have been there. */
    Optional<Duration> hedgeAfter();

    /** Pictures that each address may be sent at the same time. */
    @WithDefault("32")
    int concurrent();

    /** How long a worker that fails is left alone. */
    @WithDefault("5s")
    Duration rest();
}
