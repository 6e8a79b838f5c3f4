package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.notice.QuotaNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notices in memory, for tests. Safe for concurrent use. */
public final class InMemoryNoticeStore implements NoticeStore {
    /** When each claim ends; {@link Instant#MAX} for what was sent. */
    private final Map<QuotaNotice, Instant> until = new HashMap<>();

    private final Set<AccountId> due = new LinkedHashSet<>();

    @Override
    public synchronized boolean claim(QuotaNotice notice, Instant now, Duration lease) {
        if (until.getOrDefault(notice, Instant.MIN).isAfter(now)) {
            return false;
        }
        until.put(notice, now.plus(lease));
        return true;
    }

    @Override
    public synchronized void due(AccountId account) {
        due.add(account);
    }

    @Override
    public synchronized List<AccountId> takeDue() {
        List<AccountId> taken = List.copyOf(due);
        due.clear();
        return taken;
    }

    @Override
    public synchronized void sent(QuotaNotice notice, Instant at) {
        until.put(notice, Instant.MAX);
    }
}
