package io.matricula.bench.speed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.matricula.embedded.LocalState;
import io.matricula.service.account.AccountId;
import io.matricula.service.address.AddressGuard;
import io.matricula.service.webhook.AnswerFacts;
import io.matricula.service.webhook.EventPublisher;
import io.matricula.service.webhook.SwitchOffRule;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.service.webhook.admin.WebhookAdmin;
import io.matricula.webhook.deliver.DeliveryHandler;
import io.matricula.webhook.deliver.DeliveryRules;
import io.matricula.webhook.deliver.DeliveryState;
import io.matricula.webhook.deliver.DeliveryWorker;
import io.matricula.webhook.deliver.LaneLimits;
import io.matricula.webhook.deliver.RetrySchedule;
import io.matricula.webhook.deliver.SwitchOffNotice;
import io.matricula.webhook.deliver.WorkerSettings;
import io.matricula.webhook.payload.PayloadWriter;
import io.matricula.webhook.send.SendSettings;
import io.matricula.webhook.send.TargetClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One measurement: a state folder, a worker, three targets and a receiver that notes when each event arrives. */
final class WebhookRun implements AutoCloseable {
    private static final int PUBLISHERS = 16;
    private static final String DATA = """
            {"processing_time":21.5,"results":[{"box":{"xmin":143,"ymin":481,"xmax":282,"ymax":575},"plate":"nhk552",\
            "region":{"code":"gb","score":0.747},"vehicle":{"score":0.798,"type":"Sedan","box":{"xmin":67,"ymin":113,\
            "xmax":908,"ymax":653}},"score":0.904,"candidates":[{"score":0.904,"plate":"nhk552"}],"dscore":0.99}],\
            "filename":"1617_7M83K_car.jpg","version":1,"camera_id":"gate","timestamp":"2020-10-12T16:17:27.574008Z"}""";

    /** What the three targets are like. */
    enum Targets {
        ALL_GOOD("three good"),
        ONE_GOOD("one good, one dead, one silent");

        final String text;

        Targets(String text) {
            this.text = text;
        }
    }

    /**
     * What came of it.
     *
     * @param delivered requests that good targets got
     * @param seconds from the first event to the last delivery
     * @param delays at the third target
     */
    record Outcome(int delivered, double seconds, Percentiles delays) {}

    private final AccountId account = AccountId.random();
    private final Targets targets;
    private final LocalState state;
    private final TargetClient client;
    private final DeliveryWorker worker;
    private final EventPublisher publisher;
    private final HttpServer receiver;
    private final ExecutorService receiving = Executors.newCachedThreadPool();
    /** Nanoseconds at which the third target got an event, by event. */
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

    private final AtomicInteger delivered = new AtomicInteger();

    WebhookRun(Path folder, Targets targets) throws IOException {
        this.targets = targets;
        Clock clock = Clock.systemUTC();
        state = LocalState.open(folder);
        var ports = new DeliveryState(
                state.webhooks(),
                state.events(clock),
                state.eventPictures(),
                state.deliveries(clock),
                state.deliveryLog(),
                state.deadLetters());
        client = new TargetClient(SendSettings.STANDARD, AddressGuard.ofSystem(true), clock);
        worker = worker(ports, clock);
        publisher = new EventPublisher(ports.webhooks(), ports.events(), ports.pictures(), clock);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        receiver.setExecutor(receiving);
        receiver.createContext("/", this::receive);
        receiver.start();
        addWebhooks(ports, clock);
        worker.start();
    }

    private DeliveryWorker worker(DeliveryState ports, Clock clock) {
        var random = new SecureRandom();
        var notice = new SwitchOffNotice(state.accounts(), mail -> {}, URI.create("http://localhost"));
        var handler = new DeliveryHandler(
                ports,
                new PayloadWriter((picture, area) -> picture),
                client,
                notice,
                new DeliveryRules(RetrySchedule.STANDARD, SwitchOffRule.STANDARD, random),
                clock);
        return new DeliveryWorker(ports.queue(), handler, WorkerSettings.STANDARD, LaneLimits.STANDARD, random);
    }

    private void addWebhooks(DeliveryState ports, Clock clock) {
        var admin = new WebhookAdmin(
                ports.webhooks(),
                new WebhookAdmin.Deliveries(
                        ports.events(), ports.pictures(), ports.queue(), ports.log(), ports.deadLetters()),
                clock);
        String here = "http://127.0.0.1:" + receiver.getAddress().getPort();
        boolean good = targets == Targets.ALL_GOOD;
        admin.create(account, WebhookSettings.of(URI.create(good ? here + "/first" : "http://127.0.0.1:1/")));
        admin.create(account, WebhookSettings.of(URI.create(here + (good ? "/second" : "/silent"))));
        admin.create(account, WebhookSettings.of(URI.create(here + "/third")));
    }

    private void receive(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String event = exchange.getRequestHeaders().getFirst("webhook-id");
        exchange.getRequestBody().readAllBytes();
        if (path.equals("/silent")) {
            LockSupport.parkNanos(Duration.ofSeconds(30).toNanos());
        } else {
            delivered.incrementAndGet();
        }
        if (path.equals("/third")) {
            arrivals.putIfAbsent(event, System.nanoTime());
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** Publishes events, at a rate or as fast as can be if it is 0, and waits until all have arrived. */
    Outcome publish(int events, int perSecond, Duration patience) throws InterruptedException {
        Map<String, Long> published = new ConcurrentHashMap<>();
        ExecutorService calls = Executors.newFixedThreadPool(PUBLISHERS);
        long start = System.nanoTime();
        for (int i = 0; i < events; i++) {
            long due = perSecond == 0 ? start : start + i * 1_000_000_000L / perSecond;
            LockSupport.parkNanos(due - System.nanoTime());
            calls.execute(() -> {
                long before = System.nanoTime();
                var event =
                        publisher.publish(account, new AnswerFacts("gate", Set.of("gb"), 1), () -> DATA, new byte[0]);
                published.put(event.orElseThrow().value(), before);
            });
        }
        calls.shutdown();
        calls.awaitTermination(patience.toSeconds(), TimeUnit.SECONDS);
        int expected = targets == Targets.ALL_GOOD ? 3 * events : events;
        long deadline = System.nanoTime() + patience.toNanos();
        while (delivered.get() < expected && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Outcome(delivered.get(), seconds, delays(published));
    }

    private Percentiles delays(Map<String, Long> published) {
        return Percentiles.of(published.entrySet().stream()
                .filter(event -> arrivals.containsKey(event.getKey()))
                .mapToLong(event -> arrivals.getOrDefault(event.getKey(), 0L) - event.getValue())
                .toArray());
    }

    @Override
    public void close() throws IOException {
        worker.close();
        client.close();
        receiver.stop(0);
        receiving.shutdownNow();
        state.close();
    }
}
