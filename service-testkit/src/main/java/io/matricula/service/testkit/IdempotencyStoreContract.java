package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.Claim;
import io.matricula.service.idempotency.Claim.Answered;
import io.matricula.service.idempotency.Claim.Different;
import io.matricula.service.idempotency.Claim.Fresh;
import io.matricula.service.idempotency.Claim.Running;
import io.matricula.service.idempotency.IdempotencyKey;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.idempotency.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyStore} must do. A subclass gives a fresh store to each test. */
public abstract class IdempotencyStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Instant EXPIRES = NOW.plus(Duration.ofHours(24));
    private static final StoredAnswer ANSWER = new StoredAnswer(201, "{\"results\":[],\"camera_id\":\"Tür 門\"}");
    private final IdempotencyKey key = new IdempotencyKey(AccountId.random(), "gate-7/0001");

    protected abstract IdempotencyStore store();

    /** Whether the back end removes what has expired without being told. */
    protected boolean removesByItself() {
        return false;
    }

    private Claim claim(String requestHash, Instant now) {
        return store().claim(key, requestHash, now, now.plus(LEASE));
    }

    private Fresh fresh(Instant now) {
        return (Fresh) claim("a", now);
    }

    @Test
    void claim_newKey_isFresh() {
        assertThat(claim("a", NOW)).isEqualTo(new Fresh(NOW.plus(LEASE)));
    }

    @Test
    void claim_heldKey_isRunning() {
        fresh(NOW);
        assertThat(claim("a", NOW.plusSeconds(1))).isEqualTo(new Running(NOW.plus(LEASE)));
    }

    @Test
    void claim_concurrently_oneIsFresh() throws Exception {
        var claims = Concurrent.run(64, 16, () -> claim("a", NOW));
        assertThat(claims.stream().filter(Fresh.class::isInstance)).hasSize(1);
        assertThat(claims.stream().filter(Running.class::isInstance)).hasSize(63);
    }

    @Test
    void claim_answeredKey_givesTheAnswer() {
        assertThat(store().complete(key, fresh(NOW), ANSWER, EXPIRES)).isTrue();
        assertThat(claim("a", NOW.plusSeconds(5))).isEqualTo(new Answered(ANSWER));
        assertThat(claim("a", EXPIRES.minusNanos(1_000_000))).isEqualTo(new Answered(ANSWER));
    }

    @Test
    void claim_otherRequest_isDifferent() {
        Fresh claim = fresh(NOW);
        assertThat(claim("b", NOW)).isEqualTo(new Different());
        store().complete(key, claim, ANSWER, EXPIRES);
        assertThat(claim("b", NOW)).isEqualTo(new Different());
    }

    @Test
    void claim_otherAccountsKey_isFresh() {
        store().complete(key, fresh(NOW), ANSWER, EXPIRES);
        var others = new IdempotencyKey(AccountId.random(), key.key());
        assertThat(store().claim(others, "a", NOW, NOW.plus(LEASE))).isInstanceOf(Fresh.class);
        assertThat(claim("a", NOW)).isInstanceOf(Answered.class);
    }

    @Test
    void claim_expiredAnswer_isFresh() {
        store().complete(key, fresh(NOW), ANSWER, EXPIRES);
        assertThat(claim("b", EXPIRES)).isEqualTo(new Fresh(EXPIRES.plus(LEASE)));
    }

    @Test
    void claim_holderKilled_isFreshAfterTheLease() {
        Fresh lost = fresh(NOW);
        assertThat(claim("a", NOW.plus(LEASE).minusMillis(1))).isInstanceOf(Running.class);
        assertThat(claim("a", NOW.plus(LEASE))).isInstanceOf(Fresh.class);
        assertThat(store().complete(key, lost, ANSWER, EXPIRES)).isFalse();
        assertThat(claim("a", NOW.plus(LEASE))).isInstanceOf(Running.class);
    }

    @Test
    void release_ownClaim_freesTheKey() {
        store().release(key, fresh(NOW));
        assertThat(claim("b", NOW)).isInstanceOf(Fresh.class);
    }

    @Test
    void release_lostOrAnsweredClaim_changesNothing() {
        Fresh lost = fresh(NOW);
        Fresh holder = fresh(NOW.plus(LEASE));
        store().release(key, lost);
        assertThat(claim("a", NOW.plus(LEASE))).isInstanceOf(Running.class);
        store().complete(key, holder, ANSWER, EXPIRES);
        store().release(key, holder);
        assertThat(claim("a", NOW.plus(LEASE))).isInstanceOf(Answered.class);
    }

    @Test
    void removeExpired_mixedKeys_removesOnlyExpired() {
        store().complete(key, fresh(NOW), ANSWER, EXPIRES);
        var old = new IdempotencyKey(key.account(), "old");
        store().claim(old, "a", NOW, NOW.plusSeconds(1));
        assertThat(store().removeExpired(NOW.plusSeconds(1))).isEqualTo(removesByItself() ? 0 : 1);
        assertThat(store().removeExpired(NOW.plusSeconds(1))).isZero();
        assertThat(claim("a", NOW.plusSeconds(1))).isInstanceOf(Answered.class);
    }
}
