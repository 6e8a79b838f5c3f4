package io.matricula.embedded;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import io.matricula.service.plan.Plan;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import io.matricula.service.token.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * The account that a local edition makes on its first start, with a generous quota and no rate limit, and its token. The
 * token is kept in the clear in the folder's {@code token} file, readable by its owner only, so that every start can show
 * it; whoever deletes the file gets a new token at the next start, and the old one is revoked.
 */
public record DemoAccount(Account account, TokenSecret token) {
    private static final String EMAIL = "demo@localhost";
    private static final String TOKEN_NAME = "demo";

    static DemoAccount in(Path folder, AccountStore accounts, TokenStore tokens, Clock clock) {
        Account account = accounts.findByEmail(EMAIL).orElseGet(() -> create(accounts, clock));
        Path file = folder.resolve("token");
        TokenSecret token = keptToken(file)
                .filter(kept -> isGood(kept, account, tokens))
                .orElseGet(() -> newToken(file, account, tokens, clock));
        return new DemoAccount(account, token);
    }

    private static Account create(AccountStore accounts, Clock clock) {
        Plan plan = PlanCatalogue.builtIn().find("demo").orElseThrow();
        accounts.add(Account.create(EMAIL, plan, clock.instant()));
        // Not necessarily the one just made: another process may have been first.
        return accounts.findByEmail(EMAIL).orElseThrow();
    }

    private static Optional<TokenSecret> keptToken(Path file) {
        try {
            return Files.exists(file) ? TokenSecret.parse(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new StateException("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isGood(TokenSecret token, Account account, TokenStore tokens) {
        return tokens.find(token.hash())
                .filter(found -> found.account().equals(account.id()) && !found.isRevoked())
                .isPresent();
    }

    private static TokenSecret newToken(Path file, Account account, TokenStore tokens, Clock clock) {
        TokenSecret secret = TokenSecret.random(new SecureRandom());
        tokens.listOf(account.id()).stream()
                .filter(old -> old.name().equals(TOKEN_NAME) && !old.isRevoked())
                .forEach(old -> tokens.revoke(account.id(), old.hash(), clock.instant()));
        tokens.add(ApiToken.of(secret, account.id(), TOKEN_NAME, clock.instant()));
        try {
            OwnerOnly.write(file, secret.reveal() + "\n");
        } catch (IOException e) {
            throw new StateException("can't write " + file + ": " + e.getMessage(), e);
        }
        return secret;
    }
}
