package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountStore;
import io.matricula.service.plan.Plan;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import io.matricula.service.token.TokenStore;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} must do. A subclass gives fresh stores to each test. */
public abstract class TokenStoreContract {
    private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00.5Z");
    private static final Instant REVOKED = Instant.parse("2026-03-02T11:30:00.000001Z");
    private final SecureRandom random = new SecureRandom();

    protected abstract TokenStore store();

    /** The accounts that the tokens belong to, of the same back end. */
    protected abstract AccountStore accounts();

    private AccountId account(String email) {
        Account account = Account.create(email, new Plan("free", 2_500, 1, false), CREATED);
        accounts().add(account);
        return account.id();
    }

    private ApiToken token(AccountId account, Instant created) {
        return ApiToken.of(TokenSecret.random(random), account, "Hof & Tür 門", created);
    }

    @Test
    void find_addedToken_isEqual() {
        ApiToken token = token(account("ann@example.com"), CREATED);
        store().add(token);
        assertThat(store().find(token.hash())).contains(token);
    }

    @Test
    void find_unknownHash_isEmpty() {
        store().add(token(account("ann@example.com"), CREATED));
        assertThat(store().find(TokenSecret.random(random).hash())).isEmpty();
    }

    @Test
    void add_takenHash_isRefused() {
        ApiToken token = token(account("ann@example.com"), CREATED);
        store().add(token);
        AccountId other = account("bob@example.com");
        var stolen = new ApiToken(token.hash(), other, "mine", token.lastFour(), CREATED, null);
        assertThatIllegalArgumentException().isThrownBy(() -> store().add(stolen));
        assertThat(store().find(token.hash())).contains(token);
        assertThat(store().listOf(other)).isEmpty();
    }

    @Test
    void add_unknownAccount_isRefused() {
        ApiToken token = token(AccountId.random(), CREATED);
        assertThatIllegalArgumentException().isThrownBy(() -> store().add(token));
        assertThat(store().find(token.hash())).isEmpty();
    }

    @Test
    void listOf_twoAccounts_showsOwnTokensOldestFirst() {
        AccountId ann = account("ann@example.com");
        ApiToken young = token(ann, CREATED.plusSeconds(60));
        ApiToken old = token(ann, CREATED);
        store().add(young);
        store().add(old);
        store().add(token(account("bob@example.com"), CREATED));
        assertThat(store().listOf(ann)).containsExactly(old, young);
        assertThat(store().listOf(AccountId.random())).isEmpty();
    }

    @Test
    void revoke_goodToken_isSeenAtOnce() {
        AccountId ann = account("ann@example.com");
        ApiToken token = token(ann, CREATED);
        ApiToken other = token(ann, CREATED.plusSeconds(1));
        store().add(token);
        store().add(other);
        assertThat(store().revoke(ann, token.hash(), REVOKED)).isTrue();
        assertThat(store().find(token.hash())).contains(token.revokedAt(REVOKED));
        assertThat(store().listOf(ann)).containsExactly(token.revokedAt(REVOKED), other);
    }

    @Test
    void revoke_again_keepsTheFirstInstant() {
        AccountId ann = account("ann@example.com");
        ApiToken token = token(ann, CREATED);
        store().add(token);
        store().revoke(ann, token.hash(), REVOKED);
        assertThat(store().revoke(ann, token.hash(), REVOKED.plusSeconds(60))).isTrue();
        assertThat(store().find(token.hash())).contains(token.revokedAt(REVOKED));
    }

    @Test
    void revoke_anothersToken_changesNothing() {
        ApiToken token = token(account("ann@example.com"), CREATED);
        store().add(token);
        assertThat(store().revoke(account("bob@example.com"), token.hash(), REVOKED))
                .isFalse();
        assertThat(store().find(token.hash())).contains(token);
    }
}
