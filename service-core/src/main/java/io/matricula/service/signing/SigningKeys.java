package io.matricula.service.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The signing keys through their lives: made, published, used for signing, kept as long as a token of theirs may be good, removed.
 * Nobody is signed out by a rotation. Safe for concurrent use; several processes may share the store.
 */
public final class SigningKeys {
    /** Age at which another key is made. */
    static final Duration ROTATION = Duration.ofDays(30);
    /** A new key is published this long before it signs, so that every process and client has seen it. */
    static final Duration SETTLING = Duration.ofMinutes(2);
    /** Longer than any token lives. */
    static final Duration OUTLIVING = Duration.ofHours(25);

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration LEAST_BETWEEN_LOADS = Duration.ofSeconds(1);

    private final SigningKeyStore store;
    private final Clock clock;
    private List<SigningKey> keys = List.of();
    private Instant loaded = Instant.MIN;

    public SigningKeys(SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** All keys that tokens may be signed with, oldest first; never empty. */
    public synchronized List<SigningKey> all() {
        if (!clock.instant().isBefore(loaded.plus(KEPT))) {
            load();
        }
        return keys;
    }

    /** The key that signs now: the newest that has settled. */
    public SigningKey current() {
        Instant settled = clock.instant().minus(SETTLING);
        List<SigningKey> all = all();
        return all.stream()
                .filter(key -> !key.created().isAfter(settled))
                .reduce((older, newer) -> newer)
                .orElse(all.get(0));
    }

    /** The key of an id. Looks into the store again for one that it doesn't know, but only once a second. */
    public synchronized Optional<SigningKey> find(String id) {
        Optional<SigningKey> known = withId(id);
        if (known.isEmpty() && !clock.instant().isBefore(loaded.plus(LEAST_BETWEEN_LOADS))) {
            load();
            known = withId(id);
        }
        return known;
    }

    /** Makes another key, which takes over once it has settled. For operators who fear for the old one. */
    public synchronized SigningKey rotate() {
        SigningKey key = SigningKey.generate(clock.instant());
        store.add(key);
        load();
        return key;
    }

    private Optional<SigningKey> withId(String id) {
        return all().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private void load() {
        Instant now = clock.instant();
        List<SigningKey> found = store.list();
        if (found.isEmpty() || found.get(found.size() - 1).created().isBefore(now.minus(ROTATION))) {
            // Should another process do the same now, both keys are good.
            store.add(SigningKey.generate(now));
            found = store.list();
        }
        keys = withoutRetired(found, now);
        loaded = now;
    }

    /** A key has retired when its successor has signed for longer than a token lives. */
    private List<SigningKey> withoutRetired(List<SigningKey> found, Instant now) {
        Instant retirement = now.minus(SETTLING).minus(OUTLIVING);
        int first = 0;
        while (first + 1 < found.size() && found.get(first + 1).created().isBefore(retirement)) {
            store.remove(found.get(first).id());
            first++;
        }
        return List.copyOf(found.subList(first, found.size()));
    }
}
