package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.account.PlanChange;
import io.matricula.service.plan.Plan;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link AccountStore} must do. A subclass gives a fresh store to each test. */
public abstract class AccountStoreContract {
    private static final Plan FREE = new Plan("free", 2_500, 1, false);
    private static final Plan LARGE = new Plan("large", 3_000_000_000L, Plan.NO_RATE_LIMIT, true);
    private static final Instant SIGN_UP = Instant.parse("2026-01-31T23:59:59.123456Z");
    private static final Instant LATER = Instant.parse("2026-02-28T00:00:00Z");

    protected abstract AccountStore store();

    private static Account account(String email) {
        return Account.create(email, FREE, SIGN_UP);
    }

    @Test
    void find_addedAccount_isEqual() {
        Account account = account("ann@example.com")
                .withPlan(LARGE, new PlanChange(FREE, LATER))
                .withState(AccountState.SUSPENDED);
        assertThat(store().add(account)).isTrue();
        assertThat(store().find(account.id())).contains(account);
    }

    @Test
    void find_unknownId_isEmpty() {
        store().add(account("ann@example.com"));
        assertThat(store().find(AccountId.random())).isEmpty();
    }

    @Test
    void findByEmail_otherCase_finds() {
        Account account = account("Ann@Example.com");
        store().add(account);
        assertThat(store().findByEmail(" aNN@example.COM ")).contains(account);
        assertThat(store().findByEmail("ann@example.org")).isEmpty();
        assertThat(store().findByEmail("' or 1=1 --")).isEmpty();
    }

    @Test
    void add_takenEmail_changesNothing() {
        Account first = account("ann@example.com");
        store().add(first);
        Account second = account("ANN@example.com");
        assertThat(store().add(second)).isFalse();
        assertThat(store().list()).containsExactly(first);
    }

    @Test
    void add_takenId_changesNothing() {
        Account first = account("ann@example.com");
        store().add(first);
        var second = new Account(first.id(), "bob@example.com", FREE, null, SIGN_UP, AccountState.ACTIVE);
        assertThat(store().add(second)).isFalse();
        assertThat(store().list()).containsExactly(first);
    }

    @Test
    void add_sameEmailConcurrently_oneWins() throws Exception {
        var added = Concurrent.run(32, 8, () -> store().add(account("ann@example.com")));
        assertThat(added).containsOnlyOnce(true);
        assertThat(store().list()).hasSize(1);
    }

    @Test
    void list_several_oldestFirst() {
        Account young = Account.create("young@example.com", FREE, LATER);
        Account old = account("old@example.com");
        store().add(young);
        store().add(old);
        assertThat(store().list()).containsExactly(old, young);
    }

    @Test
    void update_known_returnsAndKeepsTheChange() {
        Account account = account("ann@example.com");
        store().add(account);
        Account changed = account.withPlan(LARGE, new PlanChange(FREE, LATER));
        assertThat(store().update(account.id(), same -> changed)).contains(changed);
        assertThat(store().find(account.id())).contains(changed);
    }

    @Test
    void update_unknown_isEmpty() {
        Account account = account("ann@example.com");
        assertThat(store().update(account.id(), same -> account)).isEmpty();
        assertThat(store().list()).isEmpty();
    }

    @Test
    void update_otherAccounts_areLeftAlone() {
        Account ann = account("ann@example.com");
        Account bob = account("bob@example.com");
        store().add(ann);
        store().add(bob);
        store().update(ann.id(), account -> account.withState(AccountState.SUSPENDED));
        assertThat(store().find(bob.id())).contains(bob);
    }

    @Test
    void update_concurrently_losesNoChange() throws Exception {
        Account account = account("ann@example.com");
        store().add(account);
        Concurrent.run(100, 8, () -> store().update(account.id(), AccountStoreContract::withOneMore));
        assertThat(store().find(account.id()).orElseThrow().plan().callsPerPeriod())
                .isEqualTo(FREE.callsPerPeriod() + 100);
    }

    @Test
    void changeEmail_freeAddress_isTakenAndTheOldOneFree() {
        Account account = account("ann@example.com");
        store().add(account);
        assertThat(store().changeEmail(account.id(), "ann@example.org")).isTrue();
        assertThat(store().changeEmail(account.id(), "ann@example.org")).isTrue();
        Account changed = account.withEmail("ann@example.org");
        assertThat(store().find(account.id())).contains(changed);
        assertThat(store().findByEmail("ann@example.org")).contains(changed);
        assertThat(store().findByEmail("ann@example.com")).isEmpty();
        assertThat(store().add(account("ann@example.com"))).isTrue();
        assertThat(store().update(account.id(), same -> same.withState(AccountState.SUSPENDED)))
                .contains(changed.withState(AccountState.SUSPENDED));
    }

    @Test
    void changeEmail_takenAddressOrUnknownAccount_changesNothing() {
        Account ann = account("ann@example.com");
        Account bob = account("bob@example.com");
        store().add(ann);
        store().add(bob);
        assertThat(store().changeEmail(ann.id(), "bob@example.com")).isFalse();
        assertThat(store().changeEmail(AccountId.random(), "carol@example.com")).isFalse();
        assertThat(store().findByEmail("ann@example.com")).contains(ann);
        assertThat(store().findByEmail("bob@example.com")).contains(bob);
    }

    @Test
    void changeEmail_concurrently_oneAccountGetsTheAddress() throws Exception {
        Account ann = account("ann@example.com");
        Account bob = account("bob@example.com");
        store().add(ann);
        store().add(bob);
        var turn = new AtomicInteger();
        Concurrent.run(16, 8, () -> store().changeEmail(
                        turn.getAndIncrement() % 2 == 0 ? ann.id() : bob.id(), "new@example.com"));
        assertThat(store().list().stream().map(Account::email)).containsOnlyOnce("new@example.com");
        AccountId winner = store().findByEmail("new@example.com").orElseThrow().id();
        assertThat(store().find(winner).orElseThrow().email()).isEqualTo("new@example.com");
    }

    @Test
    void erase_known_closesAndFreesTheAddress() {
        Account account = account("ann@example.com").withPlan(LARGE, new PlanChange(FREE, LATER));
        store().add(account);
        assertThat(store().erase(account.id())).isTrue();
        assertThat(store().erase(account.id())).isTrue();
        assertThat(store().find(account.id())).contains(account.erased());
        assertThat(store().findByEmail("ann@example.com")).isEmpty();
        Account next = account("ann@example.com");
        assertThat(store().add(next)).isTrue();
        assertThat(store().findByEmail("ann@example.com")).contains(next);
    }

    @Test
    void erase_unknown_changesNothing() {
        Account account = account("ann@example.com");
        store().add(account);
        assertThat(store().erase(AccountId.random())).isFalse();
        assertThat(store().list()).containsExactly(account);
    }

    private static Account withOneMore(Account account) {
        Plan plan = account.plan();
        return account.withPlan(plan.withCallsPerPeriod(plan.callsPerPeriod() + 1), null);
    }
}
