package io.matricula.webhook.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.testkit.Webhooks;
import io.matricula.service.webhook.Webhook;
import org.junit.jupiter.api.Test;

class PictureSlotsTest {
    private final PictureSlots slots = new PictureSlots();

    private static Webhook webhook() {
        return Webhooks.webhook(AccountId.random(), "https://example.org/");
    }

    @Test
    void enter_thirdOfOneTarget_isRefusedUntilOneLeaves() {
        Webhook webhook = webhook();
        assertThat(slots.enter(webhook)).isTrue();
        assertThat(slots.enter(webhook)).isTrue();
        assertThat(slots.enter(webhook)).isFalse();
        slots.leave(webhook);
        assertThat(slots.enter(webhook)).isTrue();
    }

    @Test
    void enter_seventhInAll_isRefusedUntilOneLeaves() {
        Webhook first = webhook();
        slots.enter(first);
        for (int i = 0; i < 5; i++) {
            assertThat(slots.enter(webhook())).isTrue();
        }
        Webhook seventh = webhook();
        assertThat(slots.enter(seventh)).isFalse();
        slots.leave(first);
        assertThat(slots.enter(seventh)).isTrue();
    }
}
