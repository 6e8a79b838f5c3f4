package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.WebhookId;
import org.junit.jupiter.api.Test;

/** What every {@link DeadLetterStore} must do. A subclass gives a fresh store to each test. */
public abstract class DeadLetterStoreContract {
    private final AccountId account = AccountId.random();
    private final WebhookId webhook = new WebhookId(7);

    protected abstract DeadLetterStore store();

    private DeadLetter letter(int attempts) {
        return new DeadLetter(account, webhook, EventId.random(), attempts, Webhooks.NOW, "status 500");
    }

    @Test
    void listOf_keptLetters_hasThemAsTheyWere() {
        DeadLetter one = letter(12);
        DeadLetter other = letter(0);
        store().put(one);
        store().put(other);
        assertThat(store().listOf(account, webhook, 10)).containsExactlyInAnyOrder(one, other);
        assertThat(store().listOf(account, webhook, 1)).hasSize(1);
    }

    @Test
    void put_sameDelivery_takesThePlaceOfTheFirst() {
        DeadLetter first = letter(1);
        var second = new DeadLetter(account, webhook, first.event(), 13, Webhooks.NOW.plusSeconds(5), "no answer");
        store().put(first);
        store().put(second);
        assertThat(store().listOf(account, webhook, 10)).containsExactly(second);
    }

    @Test
    void listOf_otherAccountOrWebhook_isEmpty() {
        DeadLetter letter = letter(1);
        store().put(letter);
        assertThat(store().listOf(AccountId.random(), webhook, 10)).isEmpty();
        assertThat(store().listOf(account, new WebhookId(8), 10)).isEmpty();
        assertThat(store().remove(AccountId.random(), webhook, letter.event())).isFalse();
        assertThat(store().listOf(account, webhook, 10)).containsExactly(letter);
    }

    @Test
    void remove_letter_isGone() {
        DeadLetter letter = letter(1);
        store().put(letter);
        assertThat(store().remove(account, webhook, letter.event())).isTrue();
        assertThat(store().remove(account, webhook, letter.event())).isFalse();
        assertThat(store().listOf(account, webhook, 10)).isEmpty();
    }

    @Test
    void removeBefore_letterOfNow_keepsIt() {
        store().put(letter(1));
        assertThat(store().removeBefore(Webhooks.NOW)).isZero();
        assertThat(store().listOf(account, webhook, 10)).hasSize(1);
    }
}
