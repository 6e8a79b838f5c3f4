package io.matricula.webhook.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.matricula.service.address.AddressGuard;
import io.matricula.service.testkit.Webhooks;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.SigningSecret;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookEvent;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.webhook.payload.Payload;
import io.matricula.webhook.payload.PayloadWriter;
import io.matricula.webhook.send.SendSettings;
import io.matricula.webhook.send.TargetClient;
import io.matricula.webhook.sign.DeliverySignature;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The receivers of docs/guides, run as the guide says, against real deliveries. */
@Timeout(60)
class SampleReceiversTest {
    private static final Path SAMPLES = Path.of("..", "docs", "guides", "webhooks");
    private static final SigningSecret SECRET = SigningSecret.random(new SecureRandom());
    private static final byte[] PICTURE = "\u00ff\u00d8\r\n--\r\n not a picture".getBytes(StandardCharsets.ISO_8859_1);
    private static final String DATA = "{\"results\":[{\"plate\":\"nhk552\",\"region\":{\"code\":\"gb\"}}],"
            + "\"filename\":\"a.jpg\",\"camera_id\":\"50% + T\u00fcr\"}";

    /** A receiver and how it is run. */
    enum Sample {
        PYTHON("python3", "receiver.py"),
        NODE("node", "receiver.mjs"),
        JAVA(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "Receiver.java");

        final String program;
        final String file;

        Sample(String program, String file) {
            this.program = program;
            this.file = file;
        }

        boolean runsHere() {
            try {
                Process version = new ProcessBuilder(program, "--version")
                        .redirectErrorStream(true)
                        .start();
                version.getInputStream().readAllBytes();
                return version.waitFor() == 0;
            } catch (IOException | InterruptedException e) {
                return false;
            }
        }
    }

    private static final class Running implements AutoCloseable {
        private final Process process;
        private final BufferedReader output;
        private final int port;

        Running(Sample sample) throws IOException {
            var builder = new ProcessBuilder(
                            sample.program, SAMPLES.resolve(sample.file).toString(), "0")
                    .redirectErrorStream(true);
            builder.environment().put("WEBHOOK_SECRET", SECRET.text());
            process = builder.start();
            output = process.inputReader(StandardCharsets.UTF_8);
            String greeting = line();
            assertThat(greeting).startsWith("listening on ");
            port = Integer.parseInt(greeting.substring("listening on ".length()));
        }

        String line() throws IOException {
            return String.valueOf(output.readLine());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static Integer send(Running receiver, Payload payload, Map<String, String> headers) throws IOException {
        try (var client = new TargetClient(SendSettings.STANDARD, AddressGuard.ofSystem(true), Clock.systemUTC())) {
            return client.send(URI.create("http://127.0.0.1:" + receiver.port + "/"), headers, payload)
                    .status();
        }
    }

    private static Payload payload(WebhookEvent event, ImageType image) {
        Webhook webhook = Webhooks.webhook(event.account(), "https://example.org/")
                .withSettings(
                        new WebhookSettings(URI.create("https://example.org/"), image, WebhookFilter.ALL, null, true));
        return new PayloadWriter((picture, area) -> picture).write(webhook, event, Optional.of(PICTURE));
    }

    @ParameterizedTest
    @EnumSource
    void receiver_realDeliveries_takesTheSignedAndRefusesTheOthers(Sample sample) throws Exception {
        assumeThat(sample.runsHere()).isTrue();
        Instant now = Instant.now();
        List<SigningSecret> rotating = List.of(SigningSecret.random(new SecureRandom()), SECRET);
        try (var receiver = new Running(sample)) {
            for (ImageType image : new ImageType[] {ImageType.NONE, ImageType.ORIGINAL}) {
                WebhookEvent event = Webhooks.event(io.matricula.service.account.AccountId.random(), DATA);
                Payload payload = payload(event, image);
                Map<String, String> good = DeliverySignature.headers(event.id(), now, payload.body(), rotating);
                assertThat(send(receiver, payload, good)).isEqualTo(200);
                assertThat(send(receiver, payload, good)).as("twice").isEqualTo(200);
                String line = receiver.line();
                assertThat(line).startsWith("image.done").contains("nhk552");
                if (sample != Sample.JAVA) {
                    assertThat(line).endsWith(" " + (image == ImageType.NONE ? 0 : PICTURE.length));
                }
            }
            WebhookEvent event = Webhooks.event(io.matricula.service.account.AccountId.random(), DATA);
            Payload payload = payload(event, ImageType.NONE);
            List<Integer> refused = new ArrayList<>();
            refused.add(send(receiver, payload, Map.of()));
            refused.add(send(
                    receiver,
                    payload,
                    DeliverySignature.headers(
                            event.id(), now, payload.body(), List.of(SigningSecret.random(new SecureRandom())))));
            refused.add(send(
                    receiver,
                    payload,
                    DeliverySignature.headers(event.id(), now.minusSeconds(600), payload.body(), List.of(SECRET))));
            byte[] changed = payload.body().clone();
            changed[changed.length - 3] ^= 1;
            refused.add(send(
                    receiver,
                    new Payload(payload.contentType(), changed),
                    DeliverySignature.headers(event.id(), now, payload.body(), List.of(SECRET))));
            assertThat(refused).containsExactly(401, 401, 401, 401);
        }
    }

    @Test
    void samples_inTheGuide_areTheseThree() throws IOException {
        String guide = java.nio.file.Files.readString(SAMPLES.resolveSibling("webhooks.md"));
        assertThat(Arrays.stream(Sample.values()).map(sample -> sample.file))
                .allSatisfy(file -> assertThat(guide).contains("webhooks/" + file));
    }
}
