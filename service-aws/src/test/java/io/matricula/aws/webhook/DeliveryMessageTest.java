package io.matricula.aws.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeliveryMessageTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private final QueuedDelivery delivery =
            new QueuedDelivery(AccountId.random(), new WebhookId(7), EventId.random(), 3, NOW);

    @Test
    void parse_text_isTheSame() {
        var message = new DeliveryMessage(delivery, NOW.plusSeconds(20_000));
        assertThat(DeliveryMessage.parse(message.text())).isEqualTo(message);
    }

    @Test
    void dueIn_longDelay_isTheRest() {
        var message = new DeliveryMessage(delivery, NOW.plusSeconds(3_600));
        assertThat(message.dueIn(NOW.plusSeconds(900))).isEqualTo(Duration.ofSeconds(2_700));
        assertThat(message.dueIn(NOW.plusSeconds(3_600))).isZero();
        assertThat(message.dueIn(NOW.plusSeconds(9_999))).isZero();
    }

    @Test
    void parse_otherText_isRefused() {
        assertThatIllegalStateException().isThrownBy(() -> DeliveryMessage.parse("{}"));
    }
}
