package io.matricula.cloud.server;

import com.sun.net.httpserver.HttpServer;
import io.matricula.service.testkit.Emulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What stands in for AWS while the server is tested: DynamoDB Local, ElasticMQ and S3Proxy, and for SES a list of mails. */
public final class StandIns implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
    static final List<String> MAILS = new CopyOnWriteArrayList<>();

    private static final Path BUILT = Path.of("..", "emulators");
    private static final Path LOGS = Path.of("target");
    private final List<AutoCloseable> started = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        try {
            return Map.of(
                    "matricula.cloud.endpoints.dynamo",
                    address(Emulator.dynamoDb(BUILT, LOGS.resolve("dynamodb-local.log"))),
                    "matricula.cloud.endpoints.sqs",
                    address(Emulator.elasticMq(BUILT, LOGS.resolve("elasticmq.log"))),
                    "matricula.cloud.endpoints.s3",
                    address(Emulator.s3Proxy(BUILT, LOGS.resolve("s3proxy.log"))),
                    "matricula.cloud.endpoints.ses",
                    mails(),
                    "matricula.cloud.prefix",
                    "test-" + UUID.randomUUID() + "-",
                    "matricula.webhooks.allow-private",
                    "true",
                    "matricula.cloud.rehearsal.create-state",
                    "true",
                    "matricula.cloud.rehearsal.account",
                    "ann@example.com",
                    "matricula.cloud.rehearsal.token",
                    TOKEN);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("a stand-in doesn't start", e);
        }
    }

    private String address(Emulator emulator) {
        started.add(emulator);
        return emulator.address().toString();
    }

    private String mails() throws IOException {
        HttpServer ses = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ses.createContext("/", exchange -> {
            MAILS.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"MessageId\":\"1\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        ses.start();
        started.add(() -> ses.stop(0));
        return "http://localhost:" + ses.getAddress().getPort();
    }

    @Override
    public void stop() {
        for (AutoCloseable one : started) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("a stand-in doesn't stop", e);
            }
        }
    }
}
