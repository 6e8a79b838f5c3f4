package io.matricula.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private ServerSocket service;

    @BeforeEach
    void listen() throws IOException {
        service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void send_twoRequests_answeredOnOneConnection() throws Exception {
        answer(
                "HTTP/1.1 201 Created\r\nX: y\r\nContent-Length: 3\r\n\r\none",
                "HTTP/1.1 404 Not Found\r\ncontent-length:2\r\n\r\nno");

        try (KeptConnection connection = new KeptConnection(service.getLocalPort())) {
            KeptConnection.Answer first = connection.send(REQUEST);
            KeptConnection.Answer second = connection.send(REQUEST);

            assertThat(first.status()).isEqualTo(201);
            assertThat(first.body()).asString().isEqualTo("one");
            assertThat(second.status()).isEqualTo(404);
            assertThat(second.body()).asString().isEqualTo("no");
            assertThat(connection.fresh()).isTrue();
        }
    }

    @Test
    void send_serviceGone_fails() throws Exception {
        answer("");

        try (KeptConnection connection = new KeptConnection(service.getLocalPort())) {
            assertThatThrownBy(() -> connection.send(REQUEST)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void send_answerCutOff_fails() throws Exception {
        answer("HTTP/1.1 201 Created\r\nContent-Length: 30\r\n\r\none");

        try (KeptConnection connection = new KeptConnection(service.getLocalPort())) {
            assertThatThrownBy(() -> connection.send(REQUEST)).isInstanceOf(IOException.class);
        }
    }

    /** Answers the requests of one connection with these texts, then closes it. */
    private void answer(String... texts) {
        CompletableFuture.runAsync(() -> {
            try (Socket caller = service.accept()) {
                for (String text : texts) {
                    caller.getInputStream().readNBytes(REQUEST.length);
                    caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
