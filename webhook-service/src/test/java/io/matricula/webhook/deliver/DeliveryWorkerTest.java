package io.matricula.webhook.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.embedded.LocalState;
import io.matricula.service.account.AccountId;
import io.matricula.service.address.AddressGuard;
import io.matricula.service.testkit.WebhookReceiver;
import io.matricula.service.testkit.Webhooks;
import io.matricula.service.webhook.AnswerFacts;
import io.matricula.service.webhook.EventPublisher;
import io.matricula.service.webhook.SwitchOffRule;
import io.matricula.service.webhook.Webhook;
import io.matricula.webhook.payload.PayloadWriter;
import io.matricula.webhook.send.SendSettings;
import io.matricula.webhook.send.TargetClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeliveryWorkerTest {
    @TempDir
    Path folder;

    static DeliveryWorker worker(LocalState state, TargetClient client, WorkerSettings settings) {
        Clock clock = Clock.systemUTC();
        var ports = new DeliveryState(
                state.webhooks(),
                state.events(clock),
                state.eventPictures(),
                state.deliveries(clock),
                state.deliveryLog(),
                state.deadLetters());
        var handler = new DeliveryHandler(
                ports,
                new PayloadWriter((picture, area) -> picture),
                client,
                new SwitchOffNotice(state.accounts(), mail -> {}, URI.create("http://localhost")),
                new DeliveryRules(RetrySchedule.STANDARD, SwitchOffRule.STANDARD, new Random()),
                clock);
        return new DeliveryWorker(ports.queue(), handler, settings, LaneLimits.STANDARD, new Random());
    }

    static EventPublisher publisher(LocalState state) {
        Clock clock = Clock.systemUTC();
        return new EventPublisher(state.webhooks(), state.events(clock), state.eventPictures(), clock);
    }

    @Test
    void work_oneTargetSilentAndOneDead_deliversToTheThirdAtOnce() throws Exception {
        var account = AccountId.random();
        var release = new CountDownLatch(1);
        try (var receiver = new WebhookReceiver();
                var silent = new WebhookReceiver(exchange -> await(release));
                var state = LocalState.open(folder);
                var client = new TargetClient(SendSettings.STANDARD, AddressGuard.ofSystem(true), Clock.systemUTC());
                var worker = worker(state, client, WorkerSettings.STANDARD)) {
            Webhook good = Webhooks.webhook(account, receiver.url("/"));
            state.webhooks().add(good);
            state.webhooks().add(Webhooks.webhook(account, silent.url("/")));
            state.webhooks().add(Webhooks.webhook(account, "http://127.0.0.1:1/"));
            worker.start();
            var publisher = publisher(state);
            long start = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                publisher.publish(account, new AnswerFacts(null, Set.of(), 0), () -> "{\"results\":[]}", new byte[0]);
            }
            assertThat(receiver.await(200, Duration.ofSeconds(20))).hasSize(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("none waited for the silent target's 15 s")
                    .isLessThan(Duration.ofSeconds(12));
            assertThat(receiver.received().stream()
                            .map(WebhookReceiver.Received::id)
                            .distinct())
                    .hasSize(200);
            release.countDown();
        }
    }

    private static void await(CountDownLatch release) throws IOException {
        try {
            release.await(40, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
