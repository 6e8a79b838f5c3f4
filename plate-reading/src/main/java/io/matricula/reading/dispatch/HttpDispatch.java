package io.matricula.reading.dispatch;

import io.matricula.contract.ApiError;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.http.errors.ApiException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Recognises on workers over HTTP. Connections are kept; the worker with the fewest pictures of ours is asked first, and
 * {@link WorkerCall} tells when another is. If all are full or can't be reached, the answer is 503 as that of a full engine in this process.
 * Thread-safe.
 */
public final class HttpDispatch implements RecognitionDispatch {
    /** Sooner than that a second worker is never asked, for a pause of the first would be reason enough. */
    private static final Duration SOONEST_HEDGE = Duration.ofMillis(50);

    private static final Duration WITHOUT_WORKERS = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(HttpDispatch.class);

    private final HttpClient client;
    private final WorkerProtocol protocol;
    private final List<Worker> workers;
    private final DispatchConfig config;
    private final AnswerTimes times = new AnswerTimes();
    private final AtomicInteger turn = new AtomicInteger();
    private final Counter hedges;

    private HttpDispatch(HttpClient client, List<Worker> workers, DispatchConfig config, MeterRegistry meters) {
        this.client = client;
        this.workers = workers;
        this.config = config;
        protocol = new WorkerProtocol(config.secret());
        hedges = meters.counter("matricula.dispatch.hedges");
    }

    /** To the workers that the settings name; if they name none, every picture is answered as if all were full. */
    public static HttpDispatch to(DispatchConfig config, MeterRegistry meters) {
        List<URI> addresses = config.workers().orElse(List.of());
        if (addresses.isEmpty()) {
            LOG.warn("matricula.dispatch.workers names no worker: nothing will be recognised");
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
        List<Worker> workers = addresses.stream()
                .map(address -> new Worker(address, config.rest(), meters))
                .toList();
        return new HttpDispatch(client, workers, config, meters);
    }

    @Override
    public RecognitionOutcome recognize(byte[] picture, RecognitionRequest request, String requestId)
            throws RejectedException {
        if (workers.isEmpty()) {
            throw ApiException.retry(ApiError.BUSY, WITHOUT_WORKERS);
        }
        BodyPublisher message = protocol.message(picture, request);
        var call = new WorkerCall(
                (worker, then) -> Attempt.of(
                        worker,
                        client.sendAsync(
                                protocol.request(worker.address(), message, requestId), BodyHandlers.ofByteArray()),
                        protocol,
                        then),
                order());
        long start = System.nanoTime();
        try {
            RecognitionOutcome outcome = call.outcome(hedgeAfter(), config.timeout());
            times.add(System.nanoTime() - start);
            return outcome;
        } finally {
            hedges.increment(call.hedged() ? 1 : 0);
        }
    }

    @Override
    public int concurrent() {
        return config.concurrent() * Math.max(1, workers.size());
    }

    /** Least busy first, and of equals each in its turn. One that stands alone may be tried twice. */
    private List<Worker> order() {
        int first = Math.floorMod(turn.getAndIncrement(), workers.size());
        List<Worker> order = new ArrayList<>(workers.subList(first, workers.size()));
        order.addAll(workers.subList(0, first));
        // Their numbers change while they are sorted: each is looked at once.
        List<Loaded> loaded = order.stream()
                .map(worker -> new Loaded(worker, worker.running()))
                .sorted(Comparator.comparingInt(Loaded::running))
                .toList();
        order = new ArrayList<>(loaded.stream().map(Loaded::worker).toList());
        if (order.size() == 1) {
            order.add(order.get(0));
        }
        return order;
    }

    private record Loaded(Worker worker, int running) {}

    private Duration hedgeAfter() {
        if (workers.size() == 1 && !config.balanced()) {
            return config.timeout();
        }
        return config.hedgeAfter().or(this::usual).orElse(config.timeout());
    }

    private Optional<Duration> usual() {
        return times.usual().map(time -> time.compareTo(SOONEST_HEDGE) < 0 ? SOONEST_HEDGE : time);
    }
}
