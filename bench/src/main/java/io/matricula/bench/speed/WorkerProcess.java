package io.matricula.bench.speed;

import io.matricula.reading.dispatch.DispatchConfig;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own on a free port of the loopback; takes no jobs, and so needs no state. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Path JAR = Path.of("worker-server", "target", "quarkus-app", "quarkus-run.jar");

    private final Process process;
    private final URI address;

    private WorkerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Returns when the worker is ready. */
    static WorkerProcess start() throws IOException, InterruptedException {
        Path jar = Path.of(System.getProperty("launcher.home", ".")).resolve(JAR);
        if (!Files.exists(jar)) {
            throw new IOException(jar + " is not there: ./mvnw -Dmaven.test.skip=true -pl worker-server -am package");
        }
        int port = freePort();
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=0.25",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.shutdown.delay=0s",
                        "-Dmatricula.jobs.threads=0",
                        "-jar",
                        jar.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        WorkerProcess worker = new WorkerProcess(process, URI.create("http://127.0.0.1:" + port));
        worker.awaitReady();
        return worker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("the worker is not ready");
            }
            Thread.sleep(100);
        }
    }

    private boolean ready() {
        try {
            HttpURLConnection probe =
                    (HttpURLConnection) address.resolve("/readyz").toURL().openConnection();
            return probe.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    Process process() {
        return process;
    }

    /** The settings of a gateway that knows this worker. */
    DispatchConfig settings() {
        return new Settings(address);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private record Settings(URI address) implements DispatchConfig {
        @Override
        public Optional<List<URI>> workers() {
            return Optional.of(List.of(address));
        }

        @Override
        public boolean balanced() {
            return false;
        }

        @Override
        public Optional<String> secret() {
            return Optional.empty();
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(25);
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Optional<Duration> hedgeAfter() {
            return Optional.empty();
        }

        @Override
        public int concurrent() {
            return 32;
        }

        @Override
        public Duration rest() {
            return Duration.ofSeconds(5);
        }
    }
}
