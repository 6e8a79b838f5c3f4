package io.matricula.sdk.licence;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import io.matricula.service.licence.Installation;
import io.matricula.service.licence.Licence;
import io.matricula.service.licence.LicenceDesk;
import io.matricula.service.licence.LicenceStatus;
import io.matricula.service.plan.Plan;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import io.matricula.service.token.TokenStore;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsageHistory;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The account that counts all calls of an installation: its plan is the licence. It has a token that nobody is told, so that calls without
 * a token go the way of all others. Safe for concurrent use.
 */
public final class LicenceAccount {
    /** Names the account in the store. */
    public static final String EMAIL = "sdk@localhost";

    private static final int TOKEN_BYTES = 20;
    /** How old the last look at licence and clock may be. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LicenceDesk desk;
    private final AccountStore accounts;
    private final UsageStore usage;
    private final Clock clock;
    private final String authorization;
    private volatile Look last;

    /** Makes the account and its token on first use. */
    public LicenceAccount(LicenceDesk desk, AccountStore accounts, TokenStore tokens, UsageStore usage, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.usage = usage;
        this.clock = clock;
        Account account = account();
        this.authorization = "Token " + token(account, tokens).reveal();
        this.last = look();
    }

    private record Look(LicenceStatus status, long nanos) {
        boolean isFresh() {
            return System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    /** Made from the installation's secret: the same after every start, and for every process on the same state. */
    private TokenSecret token(Account account, TokenStore tokens) {
        TokenSecret secret = TokenSecret.parse(desk.installation().secret("token", TOKEN_BYTES))
                .orElseThrow();
        if (tokens.find(secret.hash()).isEmpty()) {
            tokens.add(ApiToken.of(secret, account.id(), "sdk", clock.instant()));
        }
        return secret;
    }

    /** The value of the header {@code Authorization} that every call is given. */
    public String authorization() {
        return authorization;
    }

    public Account account() {
        return accounts.findByEmail(EMAIL).orElseGet(() -> {
            accounts.add(Account.create(EMAIL, LicenceDesk.TRIAL, clock.instant()));
            return accounts.findByEmail(EMAIL).orElseThrow();
        });
    }

    public Installation installation() {
        return desk.installation();
    }

    /** Where the licence stands; at most some seconds old. */
    public LicenceStatus status() {
        Look seen = last;
        return seen.isFresh() ? seen.status() : refresh();
    }

    /** Looks at licence and clock now, and makes the licence's terms those of the account. */
    public synchronized LicenceStatus refresh() {
        last = look();
        return last.status();
    }

    private Look look() {
        LicenceStatus status = desk.look();
        Plan plan = status.plan();
        Account account = account();
        if (status.works() && !account.plan().equals(plan)) {
            accounts.update(account.id(), same -> same.withPlan(plan, null));
        }
        return new Look(status, System.nanoTime());
    }

    /** Takes a licence into use; see {@link LicenceDesk#activate}. */
    public Licence activate(String key) {
        Licence licence = desk.activate(key);
        refresh();
        return licence;
    }

    /** The calls of all periods that began in the last year, oldest first; those without any are left out. */
    public List<PeriodUsage> usageOfAYear() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new UsageHistory(usage)
                .periods(account(), today.minusYears(1), today).stream()
                        .filter(used -> used.calls() > 0)
                        .toList();
    }

    /** The calls of the running period. */
    public PeriodUsage usage() {
        Account account = account();
        return usage.find(account.id(), UsagePeriod.containing(clock.instant(), account.signUpDay()));
    }
}
