package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.WebhookId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters in memory, for tests. Safe for concurrent use. */
public final class InMemoryDeadLetterStore implements DeadLetterStore {
    private final Map<Key, DeadLetter> letters = new LinkedHashMap<>();

    @Override
    public synchronized void put(DeadLetter letter) {
        letters.put(new Key(letter.account(), letter.webhook(), letter.event()), letter);
    }

    @Override
    public synchronized List<DeadLetter> listOf(AccountId account, WebhookId webhook, int limit) {
        return letters.values().stream()
                .filter(letter ->
                        letter.account().equals(account) && letter.webhook().equals(webhook))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean remove(AccountId account, WebhookId webhook, EventId event) {
        return letters.remove(new Key(account, webhook, event)) != null;
    }

    @Override
    public synchronized int removeBefore(Instant died) {
        int before = letters.size();
        letters.values().removeIf(letter -> letter.died().isBefore(died));
        return before - letters.size();
    }

    private record Key(AccountId account, WebhookId webhook, EventId event) {}
}
