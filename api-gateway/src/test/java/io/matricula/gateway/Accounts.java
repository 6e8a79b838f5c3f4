package io.matricula.gateway;

import io.matricula.service.account.Account;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryTokenStore;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Makes accounts for tests, each with a token. */
@Singleton
class Accounts {
    static final Instant SIGN_UP = Instant.parse("2026-03-14T09:26:53Z");
    static final Plan GENEROUS = new Plan("generous", 1_000_000, Plan.NO_RATE_LIMIT, false);

    static final Plan WITH_MMC = new Plan("generous-mmc", 1_000_000, Plan.NO_RATE_LIMIT, true);

    private final SecureRandom random = new SecureRandom();
    private final InMemoryAccountStore accounts;
    private final InMemoryTokenStore tokens;
    private int count;

    Accounts(InMemoryAccountStore accounts, InMemoryTokenStore tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** The token of a new account with 1,000,000 calls. */
    String token() {
        return token(GENEROUS, same -> same);
    }

    synchronized String token(Plan plan, UnaryOperator<Account> change) {
        Account account = change.apply(Account.create("user" + ++count + "@example.org", plan, SIGN_UP));
        accounts.add(account);
        TokenSecret secret = TokenSecret.random(random);
        tokens.add(ApiToken.of(secret, account.id(), "test", SIGN_UP));
        return secret.reveal();
    }
}
