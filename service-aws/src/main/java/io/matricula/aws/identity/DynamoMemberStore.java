package io.matricula.aws.identity;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.dynamo.Transactions;
import io.matricula.service.account.AccountId;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Members in DynamoDB; each taken e-mail address is an item of its own, written together with its member. Safe for concurrent use. */
public final class DynamoMemberStore implements MemberStore {
    private static final Table TABLE = Table.MEMBERS;
    private final Dynamo dynamo;
    private final Transactions transactions;

    public DynamoMemberStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.transactions = dynamo.transactions();
    }

    @Override
    public boolean add(Member member) {
        return transactions.transact(
                transactions.adding(TABLE, item(member)), transactions.adding(TABLE, taken(member)));
    }

    private static Item item(Member member) {
        return Item.builder()
                .text("account", member.account().value())
                .text("member", member.id().value())
                .text("email", member.email())
                .text("role", member.role().name())
                .text("password_hash", member.passwordHash())
                .instant("password_set", member.passwordSet())
                .instant("created", member.created())
                .build();
    }

    private static Item taken(Member member) {
        return emailKey(member.email())
                .text("owner_account", member.account().value())
                .text("owner_member", member.id().value())
                .build();
    }

    @Override
    public Optional<Member> findByEmail(String email) {
        return dynamo.find(TABLE, emailKey(email).build())
                .flatMap(taken ->
                        find(new AccountId(taken.text("owner_account")), new MemberId(taken.text("owner_member"))));
    }

    @Override
    public Optional<Member> find(AccountId account, MemberId id) {
        return dynamo.find(TABLE, key(account, id)).map(DynamoMemberStore::member);
    }

    @Override
    public List<Member> listOf(AccountId account) {
        return dynamo.list(TABLE, account.value()).stream()
                .map(DynamoMemberStore::member)
                .sorted(Comparator.comparing(Member::created)
                        .thenComparing(member -> member.id().value()))
                .toList();
    }

    @Override
    public boolean changePassword(AccountId account, MemberId id, String hash, Instant set) {
        Item values = Item.builder().text(":hash", hash).instant(":set", set).build();
        var change = new Change("SET password_hash = :hash, password_set = :set", "attribute_exists(account)", values);
        return dynamo.update(TABLE, key(account, id), change).done();
    }

    @Override
    public boolean changeEmail(AccountId account, MemberId id, String email) {
        Optional<Member> member = find(account, id);
        if (member.isEmpty() || member.get().email().equals(email)) {
            return member.isPresent();
        }
        return transactions.transact(
                transactions.changing(
                        TABLE,
                        key(account, id),
                        new Change(
                                "SET email = :new",
                                "email = :old",
                                Item.builder()
                                        .text(":new", email)
                                        .text(":old", member.get().email())
                                        .build())),
                transactions.adding(TABLE, taken(member.get().withEmail(email))),
                transactions.removing(TABLE, emailKey(member.get().email()).build()));
    }

    @Override
    public boolean handOver(AccountId account, MemberId owner, MemberId admin) {
        return !owner.equals(admin)
                && transactions.transact(
                        transactions.changing(TABLE, key(account, owner), becoming(Role.ADMIN, Role.OWNER)),
                        transactions.changing(TABLE, key(account, admin), becoming(Role.OWNER, Role.ADMIN)));
    }

    private static Change becoming(Role next, Role before) {
        Item roles = Item.builder()
                .text(":next", next.name())
                .text(":before", before.name())
                .build();
        // A word of DynamoDB's own language must not stand in an expression as it is.
        return new Change("SET #role = :next", "#role = :before", roles);
    }

    @Override
    public boolean remove(AccountId account, MemberId id) {
        Optional<Member> member = find(account, id);
        return member.isPresent()
                && transactions.transact(
                        transactions.removing(TABLE, key(account, id)),
                        transactions.removing(
                                TABLE, emailKey(member.get().email()).build()));
    }

    private static Member member(Item item) {
        return new Member(
                new MemberId(item.text("member")),
                new AccountId(item.text("account")),
                item.text("email"),
                Role.valueOf(item.text("role")),
                item.text("password_hash"),
                item.instant("password_set"),
                item.instant("created"));
    }

    private static Item key(AccountId account, MemberId id) {
        return Item.builder()
                .text("account", account.value())
                .text("member", id.value())
                .build();
    }

    /** No account has such an id: the sign is not allowed in one. */
    private static Item.Builder emailKey(String email) {
        return Item.builder().text("account", "email#" + email).text("member", "email");
    }
}
