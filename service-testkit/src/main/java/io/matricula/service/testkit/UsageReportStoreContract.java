package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.report.ReportedUsage;
import io.matricula.service.report.UsageReport;
import io.matricula.service.report.UsageReportStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every {@link UsageReportStore} must do. A subclass gives a fresh store to each test. */
public abstract class UsageReportStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final String HERE = "3F2A-90C4-11D7-5B0E-6A33";
    private final AccountId ann = AccountId.random();

    protected abstract UsageReportStore store();

    private static UsageReport report(String installation, LocalDate period, long calls) {
        return new UsageReport(installation, period, "5d0c9e1a", calls);
    }

    @Test
    void keep_moreCalls_takesThePlaceOfFewer() {
        store().keep(ann, report(HERE, MARCH, 10), NOW);
        UsageReport more = new UsageReport(HERE, MARCH, "another", 11);
        store().keep(ann, more, NOW.plusSeconds(60));
        assertThat(store().listOf(ann)).containsExactly(new ReportedUsage(more, NOW.plusSeconds(60)));
    }

    @Test
    void keep_repeatedOrOutOfOrder_changesNothing() {
        store().keep(ann, report(HERE, MARCH, 10), NOW);
        store().keep(ann, report(HERE, MARCH, 10), NOW.plusSeconds(1));
        store().keep(ann, report(HERE, MARCH, 9), NOW.plusSeconds(2));
        assertThat(store().listOf(ann)).containsExactly(new ReportedUsage(report(HERE, MARCH, 10), NOW));
    }

    @Test
    void listOf_severalInstallationsAndPeriods_isInOrderAndOnesOwn() {
        UsageReport april = report(HERE, MARCH.plusMonths(1), 1);
        UsageReport march = report(HERE, MARCH, 3_000_000_000L);
        UsageReport other = report("0000-90C4-11D7-5B0E-6A33", MARCH, 0);
        store().keep(ann, april, NOW);
        store().keep(ann, march, NOW);
        store().keep(ann, other, NOW);
        store().keep(AccountId.random(), march, NOW);
        assertThat(store().listOf(ann)).extracting(ReportedUsage::report).containsExactly(other, march, april);
        assertThat(store().listOf(AccountId.random())).isEmpty();
    }

    @Test
    void keep_byManyAtOnce_leavesTheLargest() throws Exception {
        var calls = new AtomicLong();
        Concurrent.run(64, 8, () -> {
            store().keep(ann, report(HERE, MARCH, calls.incrementAndGet()), NOW);
            return true;
        });
        assertThat(store().listOf(ann))
                .extracting(told -> told.report().calls())
                .containsExactly(64L);
    }
}
