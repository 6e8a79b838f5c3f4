package io.matricula.service.testkit;

import io.matricula.service.throttle.AttemptStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counters of attempts in memory, for tests. Safe for concurrent use. */
public final class InMemoryAttemptStore implements AttemptStore {
    private final Map<String, Attempts> windows = new HashMap<>();

    @Override
    public synchronized Attempts count(String key, Instant now, Instant until) {
        Attempts open = windows.get(key);
        Attempts counted = open == null || !open.until().isAfter(now)
                ? new Attempts(1, until)
                : new Attempts(open.count() + 1, open.until());
        windows.put(key, counted);
        return counted;
    }

    @Override
    public synchronized void forget(String key) {
        windows.remove(key);
    }

    /** Forgets all, between tests that share one address. */
    public synchronized void forgetAll() {
        windows.clear();
    }

    @Override
    public synchronized int removeExpired(Instant now) {
        int before = windows.size();
        windows.values().removeIf(window -> !window.until().isAfter(now));
        return before - windows.size();
    }
}
