package io.matricula.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One of our servers as it is deployed: a process of its own with settings in its environment, started anew when it ends, as the cloud
 * does. Thread-safe.
 */
final class Program implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final Path jar;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private Process process;
    private boolean closing;

    private Program(String name, Path jar, int port, Map<String, String> environment, Path log) throws IOException {
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.environment = environment;
        this.log = log;
        process = launch();
    }

    /**
     * @param jar the {@code quarkus-run.jar} of a build
     * @param port on this machine, free
     * @param log what it prints is added there
     */
    static Program start(String name, Path jar, int port, Map<String, String> environment, Path log)
            throws IOException {
        return new Program(name, jar, port, environment, log);
    }

    /** A port that nobody listened on a moment ago. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-jar",
                jar.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        Process started = builder.start();
        started.onExit().thenAccept(this::ended);
        return started;
    }

    private synchronized void ended(Process ended) {
        if (!closing && ended == process) {
            try {
                process = launch();
            } catch (IOException e) {
                throw new UncheckedIOException(name + " can't be started again", e);
            }
        }
    }

    String name() {
        return name;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    /** Of the process that runs now. */
    synchronized long pid() {
        return process.pid();
    }

    /** Ends the process at once, as a machine that fails would; a new one takes its place. */
    synchronized void kill() {
        process.destroyForcibly();
    }

    /** @throws IOException if it isn't ready in time */
    void awaitReady() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(address().resolve("/readyz"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nothing listens there until the program has started.
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IOException(name + " isn't ready: see " + log);
    }

    @Override
    public void close() {
        Process last;
        synchronized (this) {
            closing = true;
            last = process;
        }
        last.destroy();
        try {
            if (!last.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                last.destroyForcibly();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
