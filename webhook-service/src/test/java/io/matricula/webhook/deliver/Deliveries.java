package io.matricula.webhook.deliver;

import io.matricula.service.account.Account;
import io.matricula.service.address.AddressGuard;
import io.matricula.service.mail.Mail;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryDeadLetterStore;
import io.matricula.service.testkit.InMemoryDeliveryLog;
import io.matricula.service.testkit.InMemoryDeliveryQueue;
import io.matricula.service.testkit.InMemoryEventPictureStore;
import io.matricula.service.testkit.InMemoryEventStore;
import io.matricula.service.testkit.InMemoryWebhookStore;
import io.matricula.service.testkit.Webhooks;
import io.matricula.service.webhook.AnswerFacts;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.EventPublisher;
import io.matricula.service.webhook.SwitchOffRule;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.admin.WebhookAdmin;
import io.matricula.webhook.deliver.DeliveryHandler.Outcome;
import io.matricula.webhook.payload.PayloadWriter;
import io.matricula.webhook.send.SendSettings;
import io.matricula.webhook.send.TargetClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Deliveries in memory, under a clock that stands still: publishes, and handles one by one whatever is due. */
final class Deliveries implements AutoCloseable {
    static final byte[] PICTURE = "no picture at all".getBytes(StandardCharsets.US_ASCII);

    final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");
    final InMemoryWebhookStore webhooks = new InMemoryWebhookStore();
    final InMemoryDeliveryQueue queue = new InMemoryDeliveryQueue(clock);
    final InMemoryEventStore events = new InMemoryEventStore(queue);
    final InMemoryEventPictureStore pictures = new InMemoryEventPictureStore(clock);
    final InMemoryDeliveryLog log = new InMemoryDeliveryLog();
    final InMemoryDeadLetterStore deadLetters = new InMemoryDeadLetterStore();
    final List<Mail> mails = new ArrayList<>();
    final Account account;
    final WebhookAdmin admin;
    private final DeliveryHandler handler;
    private final EventPublisher publisher;
    private final TargetClient client;

    Deliveries() {
        var accounts = new InMemoryAccountStore();
        account = Account.create("owner@example.org", new Plan("p", 1000, 0, false), clock.instant());
        accounts.add(account);
        var state = new DeliveryState(webhooks, events, pictures, queue, log, deadLetters);
        client = new TargetClient(
                new SendSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), 3, 8),
                AddressGuard.ofSystem(true),
                clock);
        handler = new DeliveryHandler(
                state,
                new PayloadWriter((picture, area) -> picture),
                client,
                new SwitchOffNotice(accounts, mails::add, URI.create("https://api.example.org")),
                new DeliveryRules(RetrySchedule.STANDARD, SwitchOffRule.STANDARD, new Random(5)),
                clock);
        publisher = new EventPublisher(webhooks, events, pictures, clock);
        admin = new WebhookAdmin(
                webhooks, new WebhookAdmin.Deliveries(events, pictures, queue, log, deadLetters), clock);
    }

    Webhook webhook(String target) {
        Webhook webhook = Webhooks.webhook(account.id(), target);
        webhooks.add(webhook);
        return webhook;
    }

    Webhook now(Webhook webhook) {
        return webhooks.find(account.id(), webhook.id()).orElseThrow();
    }

    void publish() {
        publish(new AnswerFacts(null, Set.of(), 0));
    }

    void publish(AnswerFacts facts) {
        publisher.publish(account.id(), facts, () -> "{\"results\":[],\"filename\":\"a.jpg\"}", PICTURE);
    }

    /** Handles whatever is due now, each once. */
    List<Outcome> handleDue() {
        return queue.take(1000, Duration.ofSeconds(30), Duration.ZERO).stream()
                .map(handler::handle)
                .toList();
    }

    /** The attempts of a webhook, oldest first. */
    List<DeliveryAttempt> attempts(Webhook webhook) {
        var attempts = new ArrayList<>(log.listOf(account.id(), webhook.id(), Instant.MAX, 1000));
        java.util.Collections.reverse(attempts);
        return attempts;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
