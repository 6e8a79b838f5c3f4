package io.matricula.aws.account;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.dynamo.Transactions;
import io.matricula.service.account.AccountId;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenHash;
import io.matricula.service.token.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * API tokens in DynamoDB. Look-ups by hash see every write at once; the list of an account's tokens comes from an index, and
 * may lag for a moment. Safe for concurrent use.
 */
public final class DynamoTokenStore implements TokenStore {
    private static final Table.Index BY_ACCOUNT = Table.TOKENS.indexes().get(0);
    private final Dynamo dynamo;
    private final Transactions transactions;

    public DynamoTokenStore(Dynamo dynamo) {
        this.dynamo = dynamo;
        this.transactions = dynamo.transactions();
    }

    @Override
    public void add(ApiToken token) {
        boolean added = transactions.transact(
                transactions.requiring(Table.ACCOUNTS, DynamoAccountStore.key(token.account())),
                transactions.adding(Table.TOKENS, item(token)));
        if (!added) {
            throw new IllegalArgumentException("the token is taken or its account unknown");
        }
    }

    @Override
    public Optional<ApiToken> find(TokenHash hash) {
        return dynamo.find(Table.TOKENS, key(hash)).map(DynamoTokenStore::token);
    }

    @Override
    public List<ApiToken> listOf(AccountId account) {
        return dynamo.list(Table.TOKENS, BY_ACCOUNT, account.value()).stream()
                .map(DynamoTokenStore::token)
                .toList();
    }

    @Override
    public boolean revoke(AccountId account, TokenHash hash, Instant at) {
        Item values = Item.builder()
                .text(":account", account.value())
                .instant(":at", at)
                .build();
        var change = new Change("SET revoked = if_not_exists(revoked, :at)", "account = :account", values);
        return dynamo.update(Table.TOKENS, key(hash), change).done();
    }

    private static Item key(TokenHash hash) {
        return Item.builder().text("token_hash", hash.hex()).build();
    }

    private static Item item(ApiToken token) {
        return Item.builder()
                .text("token_hash", token.hash().hex())
                .text("account", token.account().value())
                .text("name", token.name())
                .text("last_four", token.lastFour())
                .instant("created", token.created())
                .instant("revoked", token.revoked())
                .build();
    }

    private static ApiToken token(Item item) {
        return new ApiToken(
                new TokenHash(item.text("token_hash")),
                new AccountId(item.text("account")),
                item.text("name"),
                item.text("last_four"),
                item.instant("created"),
                item.instantOrNull("revoked"));
    }
}
