package io.matricula.service.report;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Port: what installations have told, by account, installation and period. Every write is durable when the method returns and seen by every
 * later read. Safe for concurrent use. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface UsageReportStore {
    /**
     * Keeps a report unless one of its installation and period with as many calls, or more, is there: told again, late or out of order,
     * nothing changes. Repeatable.
     */
    void keep(AccountId account, UsageReport report, Instant at);

    /** An account's reports, by installation and then by period, newest period last. */
    List<ReportedUsage> listOf(AccountId account);
}
