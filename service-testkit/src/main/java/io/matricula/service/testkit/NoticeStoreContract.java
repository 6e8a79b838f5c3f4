package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.notice.QuotaLevel;
import io.matricula.service.notice.QuotaNotice;
import io.matricula.service.usage.UsagePeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link NoticeStore} must do. A subclass gives a fresh store to each test. */
public abstract class NoticeStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final LocalDate SIGN_UP = LocalDate.parse("2026-01-31");

    private final AccountId ann = AccountId.random();
    private final QuotaNotice notice = new QuotaNotice(ann, UsagePeriod.containing(NOW, SIGN_UP), QuotaLevel.MOST);

    protected abstract NoticeStore store();

    @Test
    void claim_ofAFreshNotice_isTrueOnce() {
        assertThat(store().claim(notice, NOW, LEASE)).isTrue();
        assertThat(store().claim(notice, NOW, LEASE)).isFalse();
        assertThat(store().claim(notice, NOW.plus(LEASE).minusNanos(1), LEASE)).isFalse();
    }

    @Test
    void claim_notSentWithinItsLease_isTheNextOnes() {
        store().claim(notice, NOW, LEASE);
        Instant later = NOW.plus(LEASE);
        assertThat(store().claim(notice, later, LEASE)).isTrue();
        assertThat(store().claim(notice, later, LEASE)).isFalse();
    }

    @Test
    void claim_ofASentNotice_isFalseForEver() {
        store().claim(notice, NOW, LEASE);
        store().sent(notice, NOW);
        store().sent(notice, NOW);
        assertThat(store().claim(notice, NOW.plus(Duration.ofDays(400)), LEASE)).isFalse();
    }

    @Test
    void claim_ofOtherAccountPeriodOrLevel_isFree() {
        store().claim(notice, NOW, LEASE);
        UsagePeriod next = UsagePeriod.containing(notice.period().resetsOn(), SIGN_UP);
        assertThat(List.of(
                        new QuotaNotice(AccountId.random(), notice.period(), QuotaLevel.MOST),
                        new QuotaNotice(ann, next, QuotaLevel.MOST),
                        new QuotaNotice(ann, notice.period(), QuotaLevel.ALL)))
                .allMatch(other -> store().claim(other, NOW, LEASE));
    }

    @Test
    void takeDue_notedAccounts_areGivenOnce() {
        assertThat(store().takeDue()).isEmpty();
        AccountId bob = AccountId.random();
        store().due(ann);
        store().due(ann);
        store().due(bob);
        assertThat(store().takeDue()).containsExactlyInAnyOrder(ann, bob);
        assertThat(store().takeDue()).isEmpty();
        store().due(ann);
        assertThat(store().takeDue()).containsExactly(ann);
    }

    @Test
    void takeDue_byManyAtOnce_isOnesOnly() throws Exception {
        store().due(ann);
        NoticeStore store = store();
        var taken = Concurrent.run(16, 8, store::takeDue);
        assertThat(taken.stream().flatMap(List::stream)).containsExactly(ann);
    }

    @Test
    void claim_byManyAtOnce_isOnesOnly() throws Exception {
        NoticeStore store = store();
        assertThat(Concurrent.run(64, 16, () -> store.claim(notice, NOW, LEASE)))
                .containsOnlyOnce(true)
                .hasSize(64);
    }
}
