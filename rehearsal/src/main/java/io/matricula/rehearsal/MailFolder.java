package io.matricula.rehearsal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in for SES: each mail becomes a file, as the JSON that SES is sent. */
final class MailFolder implements AutoCloseable {
    private final HttpServer server;
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    private MailFolder(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static MailFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var mails = new MailFolder(server, folder);
        server.createContext("/", mails::take);
        server.start();
        return mails;
    }

    private void take(HttpExchange exchange) throws IOException {
        int number = count.incrementAndGet();
        Files.write(folder.resolve(number + ".json"), exchange.getRequestBody().readAllBytes());
        byte[] answer = "{\"MessageId\":\"%d\"}".formatted(number).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
