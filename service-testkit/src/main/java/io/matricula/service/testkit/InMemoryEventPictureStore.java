package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventPictureStore;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures in memory, for tests. Safe for concurrent use. */
public final class InMemoryEventPictureStore implements EventPictureStore {
    private final Clock clock;
    private final Map<Key, Entry> pictures = new HashMap<>();

    public InMemoryEventPictureStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void put(AccountId account, EventId event, byte[] picture) {
        pictures.put(new Key(account, event), new Entry(picture.clone(), clock.instant()));
    }

    @Override
    public synchronized Optional<byte[]> find(AccountId account, EventId event) {
        return Optional.ofNullable(pictures.get(new Key(account, event))).map(Entry::bytes);
    }

    @Override
    public synchronized int removeBefore(Instant kept) {
        int before = pictures.size();
        pictures.values().removeIf(entry -> entry.kept.isBefore(kept));
        return before - pictures.size();
    }

    private record Key(AccountId account, EventId event) {}

    private record Entry(byte[] bytes, Instant kept) {}
}
