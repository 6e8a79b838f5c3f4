package io.matricula.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service in a process of its own, started as a user starts it, on a free port of the loopback. */
public final class Server implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\\b[0-9a-f]{40}\\b");
    private static final Pattern CALLS = Pattern.compile("\"calls\":(\\d+)");
    private static final String BOUNDARY = "matricula-bench-boundary";
    private static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

    private final Process process;
    private final Path state;
    private final boolean ownState;
    private final int port;
    private final long started;
    private @Nullable Uploads uploads;
    private String token = "";

    private Server(Process process, Path state, boolean ownState, int port, long started) {
        this.process = process;
        this.state = state;
        this.ownState = ownState;
        this.port = port;
        this.started = started;
    }

    /** With a fresh state folder that goes with it. Returns when the service has said its token. */
    public static Server start() throws IOException {
        return start(Files.createTempDirectory("matricula-bench"), true);
    }

    /** On a state folder, which stays. Returns when the service has said its token. */
    public static Server on(Path state) throws IOException {
        return start(state, false);
    }

    private static Server start(Path state, boolean ownState) throws IOException {
        int port = freePort();
        long started = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("launcher.home", "."), "matricula")
                                .toString(),
                        "serve",
                        "--port",
                        Integer.toString(port),
                        "--state",
                        state.toString()))
                .redirectErrorStream(true)
                .start();
        Server server = new Server(process, state, ownState, port, started);
        server.awaitToken();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private void awaitToken() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher match = TOKEN.matcher(line);
            if (match.find()) {
                token = match.group();
                drain(lines);
                return;
            }
        }
        close();
        throw new IOException("the service ended before it was ready:\n" + said);
    }

    /** Reads the rest of what the service says, so that it never waits for a full pipe. */
    private static void drain(BufferedReader lines) {
        Thread reader = new Thread(
                () -> {
                    try {
                        lines.transferTo(Writer.nullWriter());
                    } catch (IOException closed) {
                        // A service that is ended closes its pipe while this reads from it.
                    }
                },
                "service output");
        reader.setDaemon(true);
        reader.start();
    }

    /** {@link System#nanoTime} when the process was started. */
    public long started() {
        return started;
    }

    public Process process() {
        return process;
    }

    /** A request of the account that every new state folder has. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).header("Authorization", "Token " + token);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** A request that sends a picture as a multipart form, as most clients do. */
    public HttpRequest.Builder picture(byte[] jpeg) {
        return request("/v1/plate-reader/")
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(jpeg)));
    }

    /** Sends a picture so on a connection that is kept, and waits for its plates; throws unless it was read. Safe for concurrent use. */
    public void recognize(byte[] picture) throws IOException {
        uploads().send(form(picture), FORM);
    }

    /** Made when it is first needed: by then the token is known. */
    private synchronized Uploads uploads() {
        if (uploads == null) {
            uploads = new Uploads(address("/v1/plate-reader/"), "Token " + token);
        }
        return uploads;
    }

    /** The calls of the running period that the service has counted. */
    public long counted(HttpClient client) throws IOException, InterruptedException {
        String answer = client.send(request("/v1/statistics/").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher calls = CALLS.matcher(answer);
        if (!calls.find()) {
            throw new IOException("no statistics: " + answer);
        }
        return Long.parseLong(calls.group(1));
    }

    /** Ends it as a power cut would: SIGKILL. Returns when it has ended. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** In one piece, so that the request announces its length as those of most clients do. */
    private static byte[] form(byte[] picture) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"car.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n";
        byte[] before = head.getBytes(StandardCharsets.US_ASCII);
        byte[] after = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(before.length + picture.length + after.length)
                .put(before)
                .put(picture)
                .put(after)
                .array();
    }

    @Override
    public void close() throws IOException {
        if (uploads != null) {
            uploads.close();
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (ownState) {
            delete(state);
        }
    }

    /** Removes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
