package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.AttemptResult;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.WebhookId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link DeliveryLog} must do. A subclass gives a fresh log to each test. */
public abstract class DeliveryLogContract {
    private static final Instant NOW = Webhooks.NOW;
    private static final AttemptResult GOOD = new AttemptResult(200, Duration.ofMillis(12), "ok \u00e9", null, null);
    private static final AttemptResult NO_ANSWER =
            new AttemptResult(null, Duration.ofSeconds(15), "", "no answer within 15 s", null);
    private static final AttemptResult BUSY =
            new AttemptResult(503, Duration.ofMillis(3), "", "status 503", Duration.ofSeconds(120));
    private final AccountId account = AccountId.random();
    private final WebhookId webhook = new WebhookId(7);

    protected abstract DeliveryLog log();

    private DeliveryAttempt attempt(int number, Instant at, AttemptResult result) {
        return new DeliveryAttempt(
                account, webhook, EventId.random(), number, at, result, result.good() ? null : at.plusSeconds(10));
    }

    @Test
    void listOf_recordedAttempts_isNewestFirst() {
        DeliveryAttempt first = attempt(1, NOW, NO_ANSWER);
        DeliveryAttempt second = attempt(2, NOW.plusSeconds(10), BUSY);
        DeliveryAttempt third = attempt(3, NOW.plusSeconds(40), GOOD);
        log().record(second);
        log().record(third);
        log().record(first);
        assertThat(log().listOf(account, webhook, NOW.plusSeconds(60), 10)).containsExactly(third, second, first);
    }

    @Test
    void listOf_sameInstant_hasAll() {
        DeliveryAttempt one = attempt(1, NOW, GOOD);
        DeliveryAttempt other = attempt(1, NOW, BUSY);
        log().record(one);
        log().record(other);
        assertThat(log().listOf(account, webhook, NOW.plusSeconds(1), 10)).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void listOf_limitAndStart_giveAPage() {
        for (int i = 0; i < 5; i++) {
            log().record(attempt(i + 1, NOW.plusSeconds(i), GOOD));
        }
        assertThat(log().listOf(account, webhook, NOW.plusSeconds(4), 2))
                .extracting(DeliveryAttempt::number)
                .containsExactly(4, 3);
    }

    @Test
    void listOf_otherAccountOrWebhook_isEmpty() {
        log().record(attempt(1, NOW, GOOD));
        assertThat(log().listOf(AccountId.random(), webhook, NOW.plusSeconds(1), 10))
                .isEmpty();
        assertThat(log().listOf(account, new WebhookId(8), NOW.plusSeconds(1), 10))
                .isEmpty();
    }

    @Test
    void record_twice_isOne() {
        DeliveryAttempt attempt = attempt(1, NOW, GOOD);
        log().record(attempt);
        log().record(attempt);
        assertThat(log().listOf(account, webhook, NOW.plusSeconds(1), 10)).containsExactly(attempt);
    }

    @Test
    void removeBefore_attemptOfNow_keepsIt() {
        log().record(attempt(1, NOW, GOOD));
        assertThat(log().removeBefore(NOW)).isZero();
        assertThat(log().listOf(account, webhook, NOW.plusSeconds(1), 10)).hasSize(1);
    }
}
