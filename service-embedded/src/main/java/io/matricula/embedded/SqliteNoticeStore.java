package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.notice.QuotaNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Notices in SQLite. Safe for concurrent use. */
final class SqliteNoticeStore implements NoticeStore {
    /** ?1 account, ?2 period, ?3 level, ?4 now, ?5 end of the lease. */
    private static final String CLAIM = """
            INSERT INTO notices (account, period_start, level, lease_until) VALUES (?1, ?2, ?3, ?5)
            ON CONFLICT (account, period_start, level) DO UPDATE SET lease_until = ?5
            WHERE sent IS NULL AND lease_until <= ?4""";

    private static final String SENT = """
            UPDATE notices SET sent = coalesce(sent, ?)
            WHERE account = ? AND period_start = ? AND level = ?""";

    private static final String DUE = "INSERT INTO notices_due (account) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String ANY_DUE = "SELECT 1 FROM notices_due LIMIT 1";
    private static final String TAKE_DUE = "DELETE FROM notices_due RETURNING account";

    private final SqliteDatabase database;

    SqliteNoticeStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public boolean claim(QuotaNotice notice, Instant now, Duration lease) {
        return database.write(session -> session.update(
                        CLAIM,
                        notice.account().value(),
                        notice.period().start().toString(),
                        notice.level().percent(),
                        InstantText.of(now),
                        InstantText.of(now.plus(lease)))
                == 1);
    }

    @Override
    public void due(AccountId account) {
        database.write(session -> session.update(DUE, account.value()));
    }

    @Override
    public List<AccountId> takeDue() {
        boolean none = database.read(session -> session.first(ANY_DUE, row -> row.getInt(1)))
                .isEmpty();
        // A write costs a flush, also one that changes nothing.
        return none
                ? List.of()
                : database.write(session -> session.list(TAKE_DUE, row -> new AccountId(row.getString("account"))));
    }

    @Override
    public void sent(QuotaNotice notice, Instant at) {
        database.write(session -> session.update(
                SENT,
                InstantText.of(at),
                notice.account().value(),
                notice.period().start().toString(),
                notice.level().percent()));
    }
}
