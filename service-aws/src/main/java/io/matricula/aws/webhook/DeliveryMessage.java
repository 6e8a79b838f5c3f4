package io.matricula.aws.webhook;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;

/**
 * A delivery as the text of a message: version, account, webhook, event, attempts, queued and due, separated by blanks.
 *
 * @param due when it is to be tried, for delays longer than the queue's
 */
record DeliveryMessage(QueuedDelivery delivery, Instant due) {
    private static final String VERSION = "1";

    static DeliveryMessage due(QueuedDelivery delivery) {
        return new DeliveryMessage(delivery, delivery.queued());
    }

    static DeliveryMessage parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 7 || !words[0].equals(VERSION)) {
            throw new IllegalStateException("not a delivery of this version");
        }
        var delivery = new QueuedDelivery(
                new AccountId(words[1]),
                new WebhookId(Integer.parseInt(words[2])),
                new EventId(words[3]),
                Integer.parseInt(words[4]),
                Instant.parse(words[5]));
        return new DeliveryMessage(delivery, Instant.parse(words[6]));
    }

    String text() {
        return String.join(
                " ",
                VERSION,
                delivery.account().value(),
                delivery.webhook().toString(),
                delivery.event().value(),
                Integer.toString(delivery.attempts()),
                delivery.queued().toString(),
                due.toString());
    }

    /** How long it is too early; zero if it is due. Less than a second is not worth another turn. */
    Duration dueIn(Instant now) {
        Duration early = Duration.between(now, due);
        return early.toSeconds() >= 1 ? early : Duration.ZERO;
    }
}
