package io.matricula.webhook.deliver;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookId;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds how many pictures are in memory at once, in all and for each target, since pictures may be large: what finds no slot is
 * sent a little later. Safe for concurrent use.
 */
final class PictureSlots {
    private static final int IN_ALL = 6;
    private static final int EACH = 2;

    private final Map<Target, Integer> taken = new HashMap<>();
    private int sum;

    private record Target(AccountId account, WebhookId webhook) {
        static Target of(Webhook webhook) {
            return new Target(webhook.account(), webhook.id());
        }
    }

    synchronized boolean enter(Webhook webhook) {
        int own = taken.getOrDefault(Target.of(webhook), 0);
        if (sum >= IN_ALL || own >= EACH) {
            return false;
        }
        taken.put(Target.of(webhook), own + 1);
        sum++;
        return true;
    }

    synchronized void leave(Webhook webhook) {
        taken.computeIfPresent(Target.of(webhook), (same, own) -> own == 1 ? null : own - 1);
        sum--;
    }
}
