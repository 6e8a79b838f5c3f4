package io.matricula.service.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in for a service of AWS, in a Java process with a class path of its own, that keeps everything in memory. Ends with
 * {@link #close} or with this process.
 */
public record Emulator(Process process, URI address) implements AutoCloseable {
    /** Whether DynamoDB Local runs on this machine: it brings a native library for 64-bit Intel only. */
    public static boolean dynamoDbRunsHere() {
        return System.getProperty("os.arch").matches("amd64|x86_64");
    }

    /**
     * Starts DynamoDB Local.
     *
     * @param emulators folder of the emulators' modules, built
     * @param log where it writes to
     * @throws IOException if it doesn't start within a minute
     */
    public static Emulator dynamoDb(Path emulators, Path log) throws IOException, InterruptedException {
        Path jars = emulators.resolve(Path.of("dynamodb-local", "target", "lib"));
        int port = freePort();
        List<String> arguments = List.of(
                "-Djava.library.path=" + jars,
                "-cp",
                jars.resolve("*").toString(),
                "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
                "-inMemory",
                "-sharedDb",
                "-disableTelemetry",
                "-port",
                Integer.toString(port));
        return start(arguments, port, log);
    }

    /** Starts ElasticMQ, for SQS. */
    public static Emulator elasticMq(Path emulators, Path log) throws IOException, InterruptedException {
        int port = freePort();
        List<String> arguments = List.of(
                "-Drest-sqs.bind-hostname=localhost",
                "-Drest-sqs.bind-port=" + port,
                "-Dnode-address.port=" + port,
                "-Drest-stats.enabled=false",
                "-cp",
                emulators.resolve(Path.of("elasticmq", "target", "lib", "*")).toString(),
                "org.elasticmq.server.Main");
        return start(arguments, port, log);
    }

    /** Starts S3Proxy, for S3. */
    public static Emulator s3Proxy(Path emulators, Path log) throws IOException, InterruptedException {
        int port = freePort();
        Path properties = Files.createTempFile("s3proxy", ".properties");
        properties.toFile().deleteOnExit();
        Files.writeString(properties, """
                s3proxy.endpoint=http://localhost:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=local
                s3proxy.credential=local
                jclouds.provider=transient-nio2
                jclouds.identity=local
                jclouds.credential=local
                """.formatted(port));
        List<String> arguments = List.of(
                "-cp",
                emulators.resolve(Path.of("s3proxy", "target", "lib", "*")).toString(),
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString());
        return start(arguments, port, log);
    }

    private static Emulator start(List<String> arguments, int port, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // Not left behind where this process is told to end before it closes anything.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitPort(process, port, log);
        return new Emulator(process, URI.create("http://localhost:" + port));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort(Process process, int port, Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < end && process.isAlive()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException e) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        process.destroyForcibly();
        throw new IOException("nothing listens on port " + port + ": see " + log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
