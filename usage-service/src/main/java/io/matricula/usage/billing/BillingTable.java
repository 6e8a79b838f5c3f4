package io.matricula.usage.billing;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsageHistory;
import io.matricula.service.usage.UsageStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

/** The calls of all accounts by usage period, as a table (RFC 4180) that a book-keeper's program reads. Safe for concurrent use. */
public final class BillingTable {
    private static final String COLUMNS = "account,email,plan,state,period_start,resets_on,calls";

    private final AccountStore accounts;
    private final UsageHistory history;

    public BillingTable(AccountStore accounts, UsageStore usage) {
        this.accounts = accounts;
        this.history = new UsageHistory(usage);
    }

    /**
     * Writes one row for each account and period that shares a day with the stretch, oldest account first. The plan is the one that
     * was or will be in force when the period ends.
     *
     * @param first UTC day
     * @param last UTC day, included
     */
    public void write(LocalDate first, LocalDate last, Appendable out) throws IOException {
        row(out, COLUMNS);
        for (Account account : accounts.list()) {
            LocalDate start = first.isBefore(account.signUpDay()) ? account.signUpDay() : first;
            for (PeriodUsage used : history.periods(account, start, last)) {
                row(out, row(account, used));
            }
        }
    }

    private static String row(Account account, PeriodUsage used) {
        var period = used.period();
        return String.join(
                ",",
                account.id().value(),
                cell(account.email()),
                account.planAt(period.resetsOn().minusNanos(1)).name(),
                account.state().name().toLowerCase(Locale.ROOT),
                period.start().toString(),
                period.end().toString(),
                Long.toString(used.calls()));
    }

    /** A text as a cell: quoted where it must be, and harmless in a spreadsheet, which takes what begins like a formula for one. */
    private static String cell(String text) {
        String safe = "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static void row(Appendable out, String cells) throws IOException {
        out.append(cells).append("\r\n");
    }
}
