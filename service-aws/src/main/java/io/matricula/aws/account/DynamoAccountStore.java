package io.matricula.aws.account;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.dynamo.Transactions;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountStore;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Accounts in DynamoDB. An index can't keep e-mail addresses unique, so each taken address is an item of its own, written
 * together with the account and read before it. Safe for concurrent use.
 */
public final class DynamoAccountStore implements AccountStore {
    private static final String VERSION = "revision";
    private final Dynamo dynamo;
    private final Transactions transactions;

    public DynamoAccountStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.transactions = dynamo.transactions();
    }

    @Override
    public boolean add(Account account) {
        Item taken = Item.builder()
                .text("id", emailKey(account.email()))
                .text("account", account.id().value())
                .build();
        return transactions.transact(
                transactions.adding(Table.ACCOUNTS, AccountItem.of(account, 1)),
                transactions.adding(Table.ACCOUNTS, taken));
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return dynamo.find(Table.ACCOUNTS, key(id)).map(AccountItem::account);
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        String lowered = email.strip().toLowerCase(Locale.ROOT);
        Item key = Item.builder().text("id", emailKey(lowered)).build();
        return dynamo.find(Table.ACCOUNTS, key).flatMap(taken -> find(new AccountId(taken.text("account"))));
    }

    @Override
    public List<Account> list() {
        return dynamo.listAll(Table.ACCOUNTS).stream()
                .filter(item -> !item.has("account"))
                .map(AccountItem::account)
                .sorted(Comparator.comparing(Account::created)
                        .thenComparing(account -> account.id().value()))
                .toList();
    }

    @Override
    public Optional<Account> update(AccountId id, UnaryOperator<Account> change) {
        while (true) {
            Optional<Item> before = dynamo.find(Table.ACCOUNTS, key(id));
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Account changed = changed(AccountItem.account(before.get()), change);
            if (replace(changed, before.get().number(VERSION))) {
                return Optional.of(changed);
            }
        }
    }

    private static Account changed(Account account, UnaryOperator<Account> change) {
        Account changed = change.apply(account);
        if (!changed.id().equals(account.id())
                || !changed.email().equals(account.email())
                || !changed.created().equals(account.created())) {
            throw new IllegalArgumentException("a change must keep id, e-mail address and creation");
        }
        return changed;
    }

    private boolean replace(Account changed, long version) {
        Item seen = Item.builder().number(":seen", version).build();
        return dynamo.put(Table.ACCOUNTS, AccountItem.of(changed, version + 1), VERSION + " = :seen", seen)
                .done();
    }

    @Override
    public boolean changeEmail(AccountId id, String email) {
        while (true) {
            Optional<Item> before = dynamo.find(Table.ACCOUNTS, key(id));
            if (before.isEmpty()) {
                return false;
            }
            Account account = AccountItem.account(before.get());
            if (account.email().equals(email)
                    || changeEmail(
                            account, account.withEmail(email), before.get().number(VERSION))) {
                return true;
            }
            if (dynamo.find(
                            Table.ACCOUNTS,
                            Item.builder().text("id", emailKey(email)).build())
                    .isPresent()) {
                return false;
            }
        }
    }

    private boolean changeEmail(Account account, Account changed, long version) {
        Item seen = Item.builder().number(":seen", version).build();
        Item taken = Item.builder()
                .text("id", emailKey(changed.email()))
                .text("account", changed.id().value())
                .build();
        Item free = Item.builder().text("id", emailKey(account.email())).build();
        return transactions.transact(
                transactions.replacing(
                        Table.ACCOUNTS, AccountItem.of(changed, version + 1), VERSION + " = :seen", seen),
                transactions.adding(Table.ACCOUNTS, taken),
                transactions.removing(Table.ACCOUNTS, free));
    }

    @Override
    public boolean erase(AccountId id) {
        while (true) {
            Optional<Item> before = dynamo.find(Table.ACCOUNTS, key(id));
            if (before.isEmpty()) {
                return false;
            }
            Account account = AccountItem.account(before.get());
            if (account.erased().equals(account) || erase(account, before.get().number(VERSION))) {
                return true;
            }
        }
    }

    private boolean erase(Account account, long version) {
        Item seen = Item.builder().number(":seen", version).build();
        Item erased = AccountItem.of(account.erased(), version + 1);
        Item taken = Item.builder().text("id", emailKey(account.email())).build();
        return transactions.transact(
                transactions.replacing(Table.ACCOUNTS, erased, VERSION + " = :seen", seen),
                transactions.removing(Table.ACCOUNTS, taken));
    }

    static Item key(AccountId id) {
        return Item.builder().text("id", id.value()).build();
    }

    /** No account has such an id: the sign is not allowed in one. */
    private static String emailKey(String email) {
        return "email#" + email;
    }
}
