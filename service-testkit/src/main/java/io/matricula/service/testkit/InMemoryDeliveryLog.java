package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.WebhookId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A log in memory, for tests. Safe for concurrent use. */
public final class InMemoryDeliveryLog implements DeliveryLog {
    private final Set<DeliveryAttempt> attempts = new LinkedHashSet<>();

    @Override
    public synchronized void record(DeliveryAttempt attempt) {
        attempts.add(attempt);
    }

    @Override
    public synchronized List<DeliveryAttempt> listOf(AccountId account, WebhookId webhook, Instant before, int limit) {
        return attempts.stream()
                .filter(attempt -> attempt.account().equals(account)
                        && attempt.webhook().equals(webhook)
                        && attempt.at().isBefore(before))
                .sorted(Comparator.comparing(DeliveryAttempt::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized int removeBefore(Instant at) {
        int before = attempts.size();
        attempts.removeIf(attempt -> attempt.at().isBefore(at));
        return before - attempts.size();
    }
}
