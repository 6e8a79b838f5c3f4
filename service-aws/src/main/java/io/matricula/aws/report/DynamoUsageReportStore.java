package io.matricula.aws.report;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.report.ReportedUsage;
import io.matricula.service.report.UsageReport;
import io.matricula.service.report.UsageReportStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reports of installations in DynamoDB, one item a period. Safe for concurrent use. */
public final class DynamoUsageReportStore implements UsageReportStore {
    private static final Table TABLE = Table.USAGE_REPORTS;
    private final Dynamo dynamo;

    public DynamoUsageReportStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void keep(AccountId account, UsageReport report, Instant at) {
        Item key = Item.builder()
                .text("account", account.value())
                .text("installation_period", report.installation() + "#" + report.period())
                .build();
        Item values = Item.builder()
                .text(":licence", report.licence())
                .number(":calls", report.calls())
                .instant(":at", at)
                .build();
        dynamo.update(
                TABLE,
                key,
                new Change(
                        "SET licence = :licence, calls = :calls, told = :at",
                        "attribute_not_exists(calls) OR calls < :calls",
                        values));
    }

    @Override
    public List<ReportedUsage> listOf(AccountId account) {
        return dynamo.list(TABLE, account.value()).stream()
                .map(DynamoUsageReportStore::reported)
                .toList();
    }

    private static ReportedUsage reported(Item item) {
        String[] key = item.text("installation_period").split("#", 2);
        var report = new UsageReport(key[0], LocalDate.parse(key[1]), item.text("licence"), item.number("calls"));
        return new ReportedUsage(report, item.instant("told"));
    }
}
