package io.matricula.aws.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.client.Endpoints;
import io.matricula.service.mail.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SesMailerTest {
    private static final Mail MAIL = new Mail("ann@example.com", "Größe 門", "line\n\"quoted\" ü\n");
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private int status = 200;
    private HttpServer ses;
    private CloudState state;

    @BeforeEach
    void start() throws IOException {
        ses = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ses.createContext("/", this::answer);
        ses.start();
        URI address = URI.create("http://localhost:" + ses.getAddress().getPort());
        state = CloudState.open(Emulators.config(new Endpoints(null, null, null, address)));
    }

    @AfterEach
    void stop() {
        state.close();
        ses.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        byte[] answer = "{\"MessageId\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @Test
    void send_mail_isOneRequestWithAllOfIt() {
        state.mailer().send(MAIL);
        assertThat(requests).hasSize(1);
        assertThat(requests.get(0))
                .startsWith("POST /v2/email/outbound-emails ")
                .contains(
                        "\"FromEmailAddress\":\"matricula@localhost\"",
                        "\"ToAddresses\":[\"ann@example.com\"]",
                        "\"Data\":\"Größe 門\"",
                        "\"Data\":\"line\\n\\\"quoted\\\" ü\\n\"");
    }

    @Test
    void send_refused_throws() {
        status = 400;
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> state.mailer().send(MAIL));
    }
}
