package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.report.ReportedUsage;
import io.matricula.service.report.UsageReport;
import io.matricula.service.report.UsageReportStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports of installations in memory, for tests. Safe for concurrent use. */
public final class InMemoryUsageReportStore implements UsageReportStore {
    private record Key(AccountId account, String installation, LocalDate period) {}

    private final Map<Key, ReportedUsage> reports = new HashMap<>();

    @Override
    public synchronized void keep(AccountId account, UsageReport report, Instant at) {
        reports.merge(
                new Key(account, report.installation(), report.period()),
                new ReportedUsage(report, at),
                (kept, told) -> told.report().calls() > kept.report().calls() ? told : kept);
    }

    @Override
    public synchronized List<ReportedUsage> listOf(AccountId account) {
        return reports.entrySet().stream()
                .filter(entry -> entry.getKey().account().equals(account))
                .sorted(Comparator.comparing((Map.Entry<Key, ReportedUsage> entry) ->
                                entry.getKey().installation())
                        .thenComparing(entry -> entry.getKey().period()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
