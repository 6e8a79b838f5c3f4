package io.matricula.reading.dispatch;

import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.internal.RecognitionMessage;
import io.matricula.contract.internal.RecognitionWire;
import io.matricula.contract.internal.Rejection;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker on a real port whose answers a test decides. Its outcome's width is the picture's first byte. */
final class FakeWorker implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RecognitionWire wire = new RecognitionWire();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger recognised = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final Queue<Map<String, String>> headers = new ConcurrentLinkedQueue<>();
    private volatile Behaviour behaviour;

    /** What a worker does with a message. */
    interface Behaviour {
        void answer(FakeWorker worker, RecognitionMessage message, Socket client) throws Exception;
    }

    static final Behaviour WELL = (worker, message, client) -> worker.recognise(message, client);
    static final Behaviour BUSY =
            (worker, message, client) -> worker.send(client, "503 Service Unavailable\r\nRetry-After: 7", new byte[0]);
    static final Behaviour BROKEN =
            (worker, message, client) -> worker.send(client, "500 Internal Server Error", new byte[0]);
    static final Behaviour REJECTING = (worker, message, client) ->
            worker.send(client, "422 Unprocessable", worker.wire.write(new Rejection("upload", "no picture")));
    static final Behaviour NARROW = (worker, message, client) -> worker.send(
            client, "413 Request Entity Too Large", "<html>too large</html>".getBytes(StandardCharsets.US_ASCII));
    static final Behaviour CRASHING = (worker, message, client) -> client.close();
    /** Answers never; returns when the client closes the connection. */
    static final Behaviour SILENT = (worker, message, client) -> {
        if (client.getInputStream().read() < 0) {
            worker.abandoned.incrementAndGet();
        }
    };

    static Behaviour after(long millis) {
        return (worker, message, client) -> {
            Thread.sleep(millis);
            worker.recognise(message, client);
        };
    }

    FakeWorker(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    void behave(Behaviour changed) {
        behaviour = changed;
    }

    /** Messages that came. */
    int taken() {
        return taken.get();
    }

    int recognised() {
        return recognised.get();
    }

    /** Messages whose sender left without an answer. */
    int abandoned() {
        return abandoned.get();
    }

    Queue<Map<String, String>> headers() {
        return headers;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new DataInputStream(client.getInputStream());
            for (Map<String, String> head = head(in); !head.isEmpty() && !client.isClosed(); head = head(in)) {
                headers.add(head);
                int length = Integer.parseInt(head.get("content-length"));
                byte[] body = in.readNBytes(length);
                taken.incrementAndGet();
                behaviour.answer(this, wire.read(new ByteArrayInputStream(body), length), client);
            }
        } catch (IOException left) {
            // So do clients that cancel.
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> head(InputStream in) throws IOException {
        Map<String, String> head = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(": ", 2);
            head.put(parts[0].toLowerCase(Locale.ROOT), parts.length < 2 ? "" : parts[1]);
        }
        return head;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private void recognise(RecognitionMessage message, Socket client) throws IOException {
        var outcome = new RecognitionOutcome(
                message.picture()[0],
                1,
                List.of(),
                List.of(),
                null,
                message.request().regions(),
                Map.of("total", 1.0));
        send(client, "200 OK", wire.write(outcome));
        recognised.incrementAndGet();
    }

    private void send(Socket client, String status, byte[] body) throws IOException {
        OutputStream out = client.getOutputStream();
        String head = "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
