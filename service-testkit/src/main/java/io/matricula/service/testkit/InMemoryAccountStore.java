package io.matricula.service.testkit;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Accounts in memory, for tests. Safe for concurrent use. */
public final class InMemoryAccountStore implements AccountStore {
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Account account) {
        if (findByEmail(account.email()).isPresent()) {
            return false;
        }
        return accounts.putIfAbsent(account.id(), account) == null;
    }

    @Override
    public synchronized Optional<Account> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized Optional<Account> findByEmail(String email) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        return accounts.values().stream()
                .filter(account -> account.email().equals(wanted))
                .findFirst();
    }

    @Override
    public synchronized List<Account> list() {
        return accounts.values().stream()
                .sorted(Comparator.comparing(Account::created))
                .toList();
    }

    @Override
    public synchronized Optional<Account> update(AccountId id, UnaryOperator<Account> change) {
        return Optional.ofNullable(accounts.computeIfPresent(id, (same, account) -> change.apply(account)));
    }

    @Override
    public synchronized boolean changeEmail(AccountId id, String email) {
        boolean taken =
                findByEmail(email).filter(account -> !account.id().equals(id)).isPresent();
        return !taken && update(id, account -> account.withEmail(email)).isPresent();
    }

    @Override
    public synchronized boolean erase(AccountId id) {
        return update(id, Account::erased).isPresent();
    }
}
