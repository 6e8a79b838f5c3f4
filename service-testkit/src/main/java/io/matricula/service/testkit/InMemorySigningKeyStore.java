package io.matricula.service.testkit;

import io.matricula.service.signing.SigningKey;
import io.matricula.service.signing.SigningKeyStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Signing keys in memory, for tests. Safe for concurrent use. */
public final class InMemorySigningKeyStore implements SigningKeyStore {
    private final List<SigningKey> keys = new ArrayList<>();

    @Override
    public synchronized List<SigningKey> list() {
        return keys.stream().sorted(Comparator.comparing(SigningKey::created)).toList();
    }

    @Override
    public synchronized void add(SigningKey key) {
        keys.add(key);
    }

    @Override
    public synchronized void remove(String id) {
        keys.removeIf(key -> key.id().equals(id));
    }
}
