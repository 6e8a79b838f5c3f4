package io.matricula.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private static final String TYPE = "multipart/form-data; boundary=xx";

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
    private HttpServer service;
    private Uploads uploads;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            callers.add(exchange.getRemoteAddress());
            seen.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(body, StandardCharsets.US_ASCII));
            byte[] answer = "what was sent".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(body.length == 0 ? 400 : 201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        uploads = new Uploads(
                URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/"), "Token t");
    }

    @AfterEach
    void stop() throws IOException {
        uploads.close();
        service.stop(0);
    }

    @Test
    void send_twice_arrivesWholeOnOneConnection() throws IOException {
        uploads.send(new byte[] {'a', 'b'}, TYPE);
        uploads.send(new byte[] {'c'}, TYPE);

        assertThat(seen).containsExactly("Token t " + TYPE + " ab", "Token t " + TYPE + " c");
        assertThat(callers).hasSize(1);
    }

    @Test
    void send_answeredWithAnError_failsAndTellsIt() {
        assertThatThrownBy(() -> uploads.send(new byte[0], TYPE))
                .isInstanceOf(IOException.class)
                .hasMessage("status 400: what was sent");
    }

    @Test
    void send_serviceGone_fails() throws IOException {
        uploads.send(new byte[] {'a'}, TYPE);
        service.stop(0);

        assertThatThrownBy(() -> uploads.send(new byte[] {'a'}, TYPE)).isInstanceOf(IOException.class);
    }
}
