package io.matricula.service.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.Account;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryUsageStore;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.UsagePeriod;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BillingTableTest {
    private static final Plan PLAN = new Plan("standard", 50_000, 0, false);
    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryUsageStore usage = new InMemoryUsageStore();

    private Account account(String email, String created) {
        Account account = Account.create(email, PLAN, Instant.parse(created));
        accounts.add(account);
        return account;
    }

    private String table(String first, String last) {
        var out = new StringWriter();
        new BillingTable(accounts, usage).writeCsv(LocalDate.parse(first), LocalDate.parse(last), new PrintWriter(out));
        return out.toString();
    }

    @Test
    void table_ofTwoMonths_hasARowForEachAccountAndPeriod() {
        Account ann = account("ann@example.com", "2026-08-31T10:00:00Z");
        Account bob = account("bob@example.com", "2026-11-05T10:00:00Z");
        Instant at = Instant.parse("2026-11-22T12:00:00Z");
        usage.count(new Call(ann.id(), UsagePeriod.containing(at, ann.signUpDay()), at), PLAN);
        assertThat(table("2026-10-30", "2026-11-22").lines())
                .containsExactly(
                        "account,email,plan,state,period_start,resets_on,calls",
                        ann.id() + ",ann@example.com,standard,active,2026-09-30,2026-10-31,0",
                        ann.id() + ",ann@example.com,standard,active,2026-10-31,2026-11-30,1",
                        bob.id() + ",bob@example.com,standard,active,2026-11-05,2026-12-05,0");
    }

    @Test
    void table_withAwkwardAddresses_staysATableAndRunsNoFormula() {
        account("=cmd|'a,b\"@example.com", "2026-11-05T10:00:00Z");
        assertThat(table("2026-11-05", "2026-11-05")).contains(",\"'=cmd|'a,b\"\"@example.com\",standard");
    }

    @Test
    void table_beforeTheSignUp_isEmpty() {
        account("ann@example.com", "2026-11-05T10:00:00Z");
        assertThat(table("2026-10-01", "2026-11-04").lines()).hasSize(1);
    }
}
