package io.matricula.command;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountState;
import io.matricula.service.account.PlanChange;
import io.matricula.service.admission.Admission;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.operator.AccountAdmin;
import io.matricula.service.operator.BillingTable;
import io.matricula.service.operator.NewAccount;
import io.matricula.service.operator.OperatorException;
import io.matricula.service.plan.Plan;
import io.matricula.service.token.ApiToken;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** An operator's orders to accounts. */
@Command(
        name = "account",
        description = "Creates and changes accounts; works while the server runs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(create | list | plan | usage | suspend | resume | token | tokens | revoke)")
final class AccountCommand implements Runnable {
    private static final String EMAIL = "E-mail address of the account.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Place place;

    private final Clock clock;

    AccountCommand(Place place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: create, list, plan, usage, suspend, resume, token, tokens or revoke");
    }

    @Command(
            description = "Creates an account; prints its token alone on the last line, this once.",
            mixinStandardHelpOptions = true)
    void create(
            @Option(names = "--email", required = true, description = EMAIL) String email, @Mixin PlanOptions terms) {
        carryOut((orders, out) -> {
            NewAccount created = orders.admin.create(email, terms.plan(orders.ports.plans()));
            out.println(orders.line(created.account()));
            out.println(created.token().reveal());
        });
    }

    @Command(
            description = "Lists all accounts: e-mail, plan, calls of the period, state, a planned change.",
            mixinStandardHelpOptions = true)
    void list() {
        order((orders, out) -> orders.admin.list().forEach(account -> out.println(orders.line(account))));
    }

    @Command(
            description = "Changes the plan: at once if it takes nothing away, else at the end of the period.",
            mixinStandardHelpOptions = true)
    void plan(@Option(names = "--email", required = true, description = EMAIL) String email, @Mixin PlanOptions terms) {
        order((orders, out) -> {
            Plan plan = terms.plan(orders.ports.plans());
            out.println(orders.line(orders.admin.changePlan(email, plan)));
        });
    }

    @Command(description = "Refuses an account's calls from now on.", mixinStandardHelpOptions = true)
    void suspend(@Option(names = "--email", required = true, description = EMAIL) String email) {
        order((orders, out) -> out.println(orders.line(orders.admin.suspend(email))));
    }

    @Command(description = "Admits a suspended account's calls again.", mixinStandardHelpOptions = true)
    void resume(@Option(names = "--email", required = true, description = EMAIL) String email) {
        order((orders, out) -> out.println(orders.line(orders.admin.resume(email))));
    }

    @Command(
            description = "Issues one more token; prints it alone on the last line, this once.",
            mixinStandardHelpOptions = true)
    void token(
            @Option(names = "--email", required = true, description = EMAIL) String email,
            @Option(names = "--name", description = "Name to tell tokens apart.", defaultValue = "operator")
                    String name) {
        order((orders, out) -> out.println(orders.admin.newToken(email, name).reveal()));
    }

    @Command(description = "Lists an account's tokens by their last four digits.", mixinStandardHelpOptions = true)
    void tokens(@Option(names = "--email", required = true, description = EMAIL) String email) {
        order((orders, out) -> orders.admin.tokensOf(email).forEach(token -> out.println(line(token))));
    }

    @Command(description = "Revokes a token for good.", mixinStandardHelpOptions = true)
    void revoke(
            @Option(names = "--email", required = true, description = EMAIL) String email,
            @Option(names = "--ending", required = true, description = "The token's last four digits.")
                    String lastFour) {
        order((orders, out) -> orders.admin.revokeToken(email, lastFour));
    }

    @Command(
            description = "Lists the calls of all accounts by usage period, from the month before until today.",
            mixinStandardHelpOptions = true)
    void usage(
            @Option(names = "--from", paramLabel = "DAY", description = "First UTC day, such as 2026-10-01.") @Nullable
                    LocalDate from,
            @Option(names = "--to", paramLabel = "DAY", description = "Last UTC day.") @Nullable LocalDate to,
            @Option(names = "--csv", description = "As a table for billing (RFC 4180).") boolean csv) {
        LocalDate last = to == null ? day(clock.instant()) : to;
        LocalDate first = from == null ? last.minusMonths(1) : from;
        order((orders, out) -> {
            var table = new BillingTable(orders.ports.accounts(), orders.ports.usage());
            if (csv) {
                table.writeCsv(first, last, out);
            } else {
                table.rows(first, last).forEach(row -> out.println(line(row)));
            }
        });
    }

    /** Carries out an order to accounts that are there. */
    private void order(Order order) {
        place.openExisting(opened -> run(order, opened));
    }

    private void carryOut(Order order) {
        place.open(opened -> run(order, opened));
    }

    private void run(Order order, OperatorPorts opened) {
        try {
            order.run(new Orders(opened, clock), spec.commandLine().getOut());
        } catch (OperatorException e) {
            throw new PlainError(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static String line(ApiToken token) {
        String revoked = token.revoked() == null ? "" : "  revoked " + day(token.revoked());
        return "…" + token.lastFour() + "  " + token.name() + "  since " + day(token.created()) + revoked;
    }

    private static String line(BillingTable.Row row) {
        var period = row.used().period();
        return row.account().email() + "  " + period.start() + " to "
                + period.end().minusDays(1) + "  " + row.used().calls() + " calls, "
                + row.plan().name();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private interface Order {
        void run(Orders orders, PrintWriter out);
    }

    /** What an order works with. */
    private static final class Orders {
        final OperatorPorts ports;
        final AccountAdmin admin;
        private final Admission admission;
        private final Instant now;

        Orders(OperatorPorts ports, Clock clock) {
            this.ports = ports;
            this.admin =
                    new AccountAdmin(ports.accounts(), ports.tokens(), new AuditTrail(ports.audit(), clock), clock);
            this.admission = new Admission(ports.accounts(), ports.tokens(), ports.usage());
            this.now = clock.instant();
        }

        String line(Account account) {
            Plan plan = account.planAt(now);
            String rate = plan.limitsRate() ? plan.perSecond() + " a second" : "any rate";
            String line = account.email() + "  " + plan.name() + "  "
                    + admission.usageOf(account, now).calls() + " of " + plan.callsPerPeriod() + " calls, " + rate
                    + (plan.mmc() ? ", mmc" : "");
            if (account.state() == AccountState.SUSPENDED) {
                line += "  suspended";
            }
            PlanChange planned = account.planned();
            return planned == null || !planned.from().isAfter(now)
                    ? line
                    : line + "  " + planned.plan().name() + " from " + day(planned.from());
        }
    }
}
