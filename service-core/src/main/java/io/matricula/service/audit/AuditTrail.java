package io.matricula.service.audit;

import io.matricula.service.account.AccountId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Writes down who did what, and shows it. Safe for concurrent use. */
public final class AuditTrail {
    /** Nine digits of a second, so that ids sort as time does. */
    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private final AuditStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger number = new AtomicInteger();

    public AuditTrail(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void record(AccountId account, By by, AuditAction action, @Nullable String subject) {
        Instant now = clock.instant();
        store.add(new AuditEntry(id(now), account, now, by.actor(), action, subject, by.address()));
    }

    /** The number keeps the order of what one process does within one tick of its clock, the random part several processes apart. */
    private String id(Instant now) {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return SORTABLE.format(now) + "-" + String.format("%08x", number.getAndIncrement())
                + HexFormat.of().formatHex(bytes);
    }

    /** See {@link AuditStore#listOf}. */
    public List<AuditEntry> listOf(AccountId account, @Nullable String before, int limit) {
        return store.listOf(account, before, limit);
    }
}
