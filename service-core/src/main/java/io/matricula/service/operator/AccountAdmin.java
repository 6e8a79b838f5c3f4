package io.matricula.service.operator;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.plan.Plan;
import io.matricula.service.subscription.PlanChanges;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import io.matricula.service.token.TokenStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operator's orders: create, list, change the plan, suspend and resume accounts, issue and revoke tokens. Accounts are
 * named by e-mail address. An order that can't be carried out throws {@link OperatorException}. Safe for concurrent use.
 */
public final class AccountAdmin {
    private final AccountStore accounts;
    private final TokenStore tokens;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public AccountAdmin(AccountStore accounts, TokenStore tokens, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** Creates an active account with one token. */
    public NewAccount create(String email, Plan plan) {
        Account account;
        try {
            account = Account.create(email, plan, clock.instant());
        } catch (IllegalArgumentException e) {
            throw new OperatorException("not an e-mail address: " + email);
        }
        if (!accounts.add(account)) {
            throw new OperatorException("there is already an account " + account.email());
        }
        record(account, AuditAction.ACCOUNT_CREATED, null);
        return new NewAccount(account, issue(account, "first"));
    }

    /** All accounts, oldest first. */
    public List<Account> list() {
        return accounts.list();
    }

    /**
     * Changes an account's plan: at once if the new one takes nothing away, else at the end of the usage period that was
     * paid for. An earlier change that has not taken over yet is dropped.
     *
     * @return the account as it is now; {@link Account#planned} tells when a smaller plan takes over
     */
    public Account changePlan(String email, Plan plan) {
        Instant now = clock.instant();
        Account changed = update(email, account -> PlanChanges.change(account, plan, now));
        boolean planned = changed.planned() != null;
        record(changed, planned ? AuditAction.PLAN_CHANGE_PLANNED : AuditAction.PLAN_CHANGED, "to " + plan.name());
        return changed;
    }

    /** Refuses an account's calls from now on. Repeatable. */
    public Account suspend(String email) {
        return recorded(
                update(email, account -> account.withState(AccountState.SUSPENDED)), AuditAction.ACCOUNT_SUSPENDED);
    }

    /** Admits a suspended account's calls again. Repeatable. */
    public Account resume(String email) {
        return recorded(update(email, account -> account.withState(AccountState.ACTIVE)), AuditAction.ACCOUNT_RESUMED);
    }

    /** Issues one more token to an account. */
    public TokenSecret newToken(String email, String name) {
        return issue(named(email), name);
    }

    /** An account's tokens, revoked ones too, oldest first. */
    public List<ApiToken> tokensOf(String email) {
        return tokens.listOf(named(email).id());
    }

    /** Revokes an account's good tokens that end in four given digits. */
    public void revokeToken(String email, String lastFour) {
        Account account = named(email);
        List<ApiToken> ending = tokens.listOf(account.id()).stream()
                .filter(token -> !token.isRevoked() && token.lastFour().equals(lastFour.toLowerCase(Locale.ROOT)))
                .toList();
        if (ending.isEmpty()) {
            throw new OperatorException(account.email() + " has no good token that ends in " + lastFour);
        }
        for (ApiToken token : ending) {
            tokens.revoke(account.id(), token.hash(), clock.instant());
            record(account, AuditAction.TOKEN_REVOKED, "token …" + token.lastFour());
        }
    }

    private TokenSecret issue(Account account, String name) {
        TokenSecret secret = TokenSecret.random(random);
        tokens.add(ApiToken.of(secret, account.id(), name, clock.instant()));
        record(account, AuditAction.TOKEN_CREATED, "token …" + secret.lastFour());
        return secret;
    }

    private Account recorded(Account account, AuditAction action) {
        record(account, action, null);
        return account;
    }

    private void record(Account account, AuditAction action, @Nullable String subject) {
        audit.record(account.id(), By.OPERATOR, action, subject);
    }

    private Account update(String email, UnaryOperator<Account> change) {
        return accounts.update(named(email).id(), change).orElseThrow(() -> unknown(email));
    }

    private Account named(String email) {
        return accounts.findByEmail(email).orElseThrow(() -> unknown(email));
    }

    private static OperatorException unknown(String email) {
        return new OperatorException("there is no account " + email);
    }
}
