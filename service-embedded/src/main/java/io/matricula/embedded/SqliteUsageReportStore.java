package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.report.ReportedUsage;
import io.matricula.service.report.UsageReport;
import io.matricula.service.report.UsageReportStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reports of installations in SQLite. Safe for concurrent use. */
final class SqliteUsageReportStore implements UsageReportStore {
    private static final String KEEP = """
            INSERT INTO usage_reports (account, installation, period_start, licence, calls, at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, installation, period_start) DO UPDATE SET
                licence = excluded.licence, calls = excluded.calls, at = excluded.at
            WHERE excluded.calls > calls""";
    private static final String OF_ACCOUNT =
            "SELECT * FROM usage_reports WHERE account = ? ORDER BY installation, period_start";

    private final SqliteDatabase database;

    SqliteUsageReportStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void keep(AccountId account, UsageReport report, Instant at) {
        database.write(session -> session.update(
                KEEP,
                account.value(),
                report.installation(),
                report.period().toString(),
                report.licence(),
                report.calls(),
                InstantText.of(at)));
    }

    @Override
    public List<ReportedUsage> listOf(AccountId account) {
        return database.read(session -> session.list(OF_ACCOUNT, SqliteUsageReportStore::reported, account.value()));
    }

    private static ReportedUsage reported(ResultSet row) throws SQLException {
        var report = new UsageReport(
                row.getString("installation"),
                LocalDate.parse(row.getString("period_start")),
                row.getString("licence"),
                row.getLong("calls"));
        return new ReportedUsage(report, InstantText.parse(row.getString("at")));
    }
}
