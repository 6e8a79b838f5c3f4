package io.matricula.service.operator;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsageHistory;
import io.matricula.service.usage.UsageStore;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The calls of all accounts by usage period, as a table (RFC 4180) that a book-keeper's program reads. Safe for concurrent use. */
public final class BillingTable {
    private static final String COLUMNS = "account,email,plan,state,period_start,resets_on,calls";
    private static final String END_OF_ROW = "\r\n";

    private final AccountStore accounts;
    private final UsageHistory history;

    public BillingTable(AccountStore accounts, UsageStore usage) {
        this.accounts = accounts;
        this.history = new UsageHistory(usage);
    }

    /**
     * One account in one period.
     *
     * @param plan the one that was or will be in force when the period ends
     */
    public record Row(Account account, Plan plan, PeriodUsage used) {}

    /**
     * A row for each account and period that shares a day with the stretch, oldest account first.
     *
     * @param first UTC day
     * @param last UTC day, included
     */
    public List<Row> rows(LocalDate first, LocalDate last) {
        var rows = new ArrayList<Row>();
        for (Account account : accounts.list()) {
            LocalDate start = first.isBefore(account.signUpDay()) ? account.signUpDay() : first;
            for (PeriodUsage used : history.periods(account, start, last)) {
                Plan plan = account.planAt(used.period().resetsOn().minusNanos(1));
                rows.add(new Row(account, plan, used));
            }
        }
        return rows;
    }

    /** Writes the rows as CSV, under their names. */
    public void writeCsv(LocalDate first, LocalDate last, PrintWriter out) {
        out.print(COLUMNS + END_OF_ROW);
        rows(first, last).forEach(row -> out.print(csv(row) + END_OF_ROW));
        out.flush();
    }

    private static String csv(Row row) {
        Account account = row.account();
        var period = row.used().period();
        return String.join(
                ",",
                account.id().value(),
                cell(account.email()),
                row.plan().name(),
                account.state().name().toLowerCase(Locale.ROOT),
                period.start().toString(),
                period.end().toString(),
                Long.toString(row.used().calls()));
    }

    /** A text as a cell: quoted where it must be, and harmless in a spreadsheet, which takes what begins like a formula for one. */
    private static String cell(String text) {
        String safe = "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
