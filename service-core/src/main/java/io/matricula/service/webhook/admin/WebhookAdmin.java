package io.matricula.service.webhook.admin;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventPictureStore;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.SigningSecret;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookEvent;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.service.webhook.WebhookStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What owners do to their webhooks: create, change, try, rotate the secret, see what was delivered and send it again. An account
 * that asks for another's webhook gets the same answer as for one that does not exist. Safe for concurrent use.
 */
public final class WebhookAdmin {
    /** How many webhooks an account may have. */
    public static final int MOST = 20;

    /** How long the old secret signs beside the new one. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final int REDRIVEN_AT_ONCE = 200;

    private final WebhookStore webhooks;
    private final Deliveries deliveries;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** Where deliveries and what they carry are kept. */
    public record Deliveries(
            EventStore events,
            EventPictureStore pictures,
            DeliveryQueue queue,
            DeliveryLog log,
            DeadLetterStore deadLetters) {}

    public WebhookAdmin(WebhookStore webhooks, Deliveries deliveries, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** An account's webhooks, oldest first. */
    public List<Webhook> list(AccountId account) {
        return webhooks.listOf(account);
    }

    public Optional<Webhook> find(AccountId account, WebhookId id) {
        return webhooks.find(account, id);
    }

    /**
     * Creates a webhook with a secret of its own.
     *
     * @throws WebhookLimitException if the account has {@link #MOST} already
     */
    public Webhook create(AccountId account, WebhookSettings settings) {
        if (webhooks.listOf(account).size() >= MOST) {
            throw new WebhookLimitException();
        }
        while (true) {
            Webhook webhook = Webhook.create(
                    account, WebhookId.random(random), clock.instant(), settings, SigningSecret.random(random));
            // Numbers are random; that one is taken is rare, and the next is not.
            if (webhooks.add(webhook)) {
                return webhook;
            }
        }
    }

    public Optional<Webhook> change(AccountId account, WebhookId id, UnaryOperator<WebhookSettings> change) {
        return webhooks.update(account, id, webhook -> webhook.withSettings(change.apply(webhook.settings())));
    }

    /** Removes a webhook; what is on its way to it is dropped. */
    public boolean remove(AccountId account, WebhookId id) {
        return webhooks.remove(account, id);
    }

    /** Gives a webhook a new secret; the old one keeps signing for {@link #OVERLAP}. */
    public Optional<Webhook> rotateSecret(AccountId account, WebhookId id) {
        SigningSecret next = SigningSecret.random(random);
        Instant overlapEnds = clock.instant().plus(OVERLAP);
        return webhooks.update(
                account, id, webhook -> webhook.withSecrets(webhook.secrets().rotated(next, overlapEnds)));
    }

    /** Sends a test event, also to a webhook that is switched off. It is tried once. */
    public Optional<EventId> test(AccountId account, WebhookId id) {
        return webhooks.find(account, id).map(this::test);
    }

    private EventId test(Webhook webhook) {
        Instant now = clock.instant();
        boolean withPicture = webhook.settings().image() != ImageType.NONE;
        var event = new WebhookEvent(
                EventId.random(), webhook.account(), now, WebhookEvent.TEST, TestEvent.data(now), withPicture);
        if (withPicture) {
            deliveries.pictures().put(webhook.account(), event.id(), TestEvent.picture());
        }
        deliveries.events().publish(event, List.of(QueuedDelivery.fresh(webhook, event.id(), now)));
        return event.id();
    }

    /** A webhook's attempts before an instant, newest first; empty if there is no such webhook. */
    public Optional<List<DeliveryAttempt>> attempts(AccountId account, WebhookId id, Instant before, int limit) {
        return webhooks.find(account, id).map(webhook -> deliveries.log().listOf(account, id, before, limit));
    }

    /**
     * Delivers an event of the last 30 days once more, whatever became of it.
     *
     * @return false if there is no such webhook or event
     */
    public boolean redeliver(AccountId account, WebhookId id, EventId event) {
        Optional<Webhook> webhook = webhooks.find(account, id);
        if (webhook.isEmpty() || deliveries.events().find(account, event).isEmpty()) {
            return false;
        }
        deliveries.queue().add(List.of(QueuedDelivery.fresh(webhook.get(), event, clock.instant())));
        deliveries.deadLetters().remove(account, id, event);
        return true;
    }

    /** A webhook's deliveries that were given up; empty if there is no such webhook. */
    public Optional<List<DeadLetter>> deadLetters(AccountId account, WebhookId id, int limit) {
        return webhooks.find(account, id)
                .map(webhook -> deliveries.deadLetters().listOf(account, id, limit));
    }

    /** Delivers once more all that was given up. Returns how many; empty if there is no such webhook. */
    public Optional<Integer> redrive(AccountId account, WebhookId id) {
        return webhooks.find(account, id).map(this::redrive);
    }

    private int redrive(Webhook webhook) {
        Instant now = clock.instant();
        int redriven = 0;
        while (true) {
            // Those that die while this runs wait for the next time, or a dead target would keep it busy for ever.
            List<DeadLetter> letters =
                    deliveries.deadLetters().listOf(webhook.account(), webhook.id(), REDRIVEN_AT_ONCE).stream()
                            .filter(letter -> !letter.died().isAfter(now))
                            .toList();
            if (letters.isEmpty()) {
                return redriven;
            }
            // Queued before removed: killed in between, a letter is delivered twice rather than never.
            deliveries
                    .queue()
                    .add(letters.stream()
                            .map(letter -> QueuedDelivery.fresh(webhook, letter.event(), now))
                            .toList());
            letters.forEach(letter -> deliveries.deadLetters().remove(webhook.account(), webhook.id(), letter.event()));
            redriven += letters.size();
        }
    }

    /** Switches a webhook on again that the service had switched off, for whoever holds the link of the mail. */
    public Optional<Webhook> switchOn(SwitchOnLink link) {
        return webhooks.find(link.account(), link.webhook())
                .filter(link::isFor)
                .flatMap(webhook -> change(link.account(), link.webhook(), settings -> settings.withEnabled(true)));
    }

    /** Whether a link would switch a webhook on; such a webhook. */
    public Optional<Webhook> switchedOff(SwitchOnLink link) {
        return webhooks.find(link.account(), link.webhook()).filter(link::isFor);
    }
}
