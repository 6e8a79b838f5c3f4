package io.matricula.bench.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.bench.server.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A batch that was sent, and every result that was seen of it. For one thread. */
final class QueuedBatch {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String path;
    private final int size;
    /** The first result that was seen, as it came, by the picture's number. */
    private final Map<Integer, String> seen = new HashMap<>();

    private int changed;
    private int failed;

    private QueuedBatch(String path, int size) {
        this.path = path;
        this.size = size;
    }

    static QueuedBatch send(Server server, List<byte[]> jpegs, int size) throws IOException, InterruptedException {
        var sender = new QueuedBatch("/v1/plate-reader/batch", size);
        var request = server.request(sender.path)
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(zip(jpegs, size)))
                .build();
        var answer = sender.client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("status " + answer.statusCode() + ": " + answer.body());
        }
        return new QueuedBatch(JSON.readTree(answer.body()).path("url").asText(), size);
    }

    private static byte[] zip(List<byte[]> jpegs, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int number = 0; number < size; number++) {
                zip.putNextEntry(new ZipEntry(number + ".jpg"));
                zip.write(jpegs.get(number % jpegs.size()));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Looks at all results; gives how many there are. */
    int look(Server server) throws IOException, InterruptedException {
        String lines = get(server, path + "/results");
        failed = 0;
        for (String line : lines.split("\n")) {
            JsonNode result = JSON.readTree(line);
            if (!result.path("state").asText().equals("queued")) {
                failed += result.path("state").asText().equals("done") ? 0 : 1;
                String first = seen.putIfAbsent(result.path("number").asInt(), line);
                changed += first == null || first.equals(line) ? 0 : 1;
            }
        }
        return seen.size();
    }

    private String get(Server server, String path) throws IOException, InterruptedException {
        var answer = client.send(server.request(path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Waits until all results are there, or for long. */
    void await(Server server) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (look(server) < size && System.nanoTime() < deadline) {
            Thread.sleep(500);
        }
    }

    int size() {
        return size;
    }

    int results() {
        return seen.size();
    }

    int failed() {
        return failed;
    }

    int changed() {
        return changed;
    }

    boolean isWhole() {
        return seen.size() == size && changed == 0 && failed == 0;
    }
}
