package io.matricula.service.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A target for deliveries on this machine: keeps what it gets and answers 200, or as it is told. Safe for concurrent use. */
public final class WebhookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /**
     * A request as it came.
     *
     * @param headers by lower-case name
     */
    public record Received(String path, Map<String, String> headers, byte[] body) {
        /** The event that it tells. */
        public String id() {
            return headers.getOrDefault("webhook-id", "");
        }
    }

    public WebhookReceiver() throws IOException {
        this(exchange -> exchange.sendResponseHeaders(200, -1));
    }

    /** @param answer of every path that is not told otherwise */
    public WebhookReceiver(HttpHandler answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(threads);
        at("/", answer);
        server.start();
    }

    /** Tells what to answer at a path and below it. */
    public void at(String path, HttpHandler answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                received.add(read(exchange));
                answer.handle(exchange);
            }
        });
    }

    private static Received read(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Received(
                exchange.getRequestURI().getPath(),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** What came so far, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What has come as soon as there are so many; less if they don't come in time. */
    public List<Received> await(int count, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (received.size() < count && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        return received();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
