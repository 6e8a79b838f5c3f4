package io.matricula.aws.identity;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.identity.MemberId;
import io.matricula.service.session.Session;
import io.matricula.service.session.SessionStore;
import io.matricula.service.token.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in DynamoDB, which removes the expired ones by itself. Look-ups by id see every write at once; the list of a member's
 * sessions comes from an index, and may lag for a moment. Safe for concurrent use.
 */
public final class DynamoSessionStore implements SessionStore {
    private static final Table TABLE = Table.SESSIONS;
    private final Dynamo dynamo;

    public DynamoSessionStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void add(Session session) {
        dynamo.put(TABLE, item(session));
    }

    @Override
    public Optional<Session> find(String id) {
        return dynamo.find(TABLE, key(id)).map(DynamoSessionStore::session);
    }

    @Override
    public List<Session> listOf(MemberId member) {
        return dynamo.list(TABLE, TABLE.indexes().get(0), member.value()).stream()
                .map(DynamoSessionStore::session)
                .toList();
    }

    @Override
    public boolean replace(Session earlier, Session changed) {
        Item values = Item.builder().text(":earlier", earlier.refresh().hex()).build();
        return dynamo.put(TABLE, item(changed), "refresh = :earlier", values).done();
    }

    @Override
    public void end(String id) {
        dynamo.remove(TABLE, key(id));
    }

    @Override
    public int removeExpired(Instant now) {
        return 0;
    }

    private static Item item(Session session) {
        TokenHash previous = session.previous();
        return Item.builder()
                .text("id", session.id())
                .text("account", session.account().value())
                .text("member", session.member().value())
                .text("refresh", session.refresh().hex())
                .text("previous", previous == null ? null : previous.hex())
                .instant("created", session.created())
                .instant("refreshed", session.refreshed())
                .instant("valid_until", session.expires())
                .text("from_address", session.from())
                .number("expires", session.expires().getEpochSecond())
                .build();
    }

    private static Session session(Item item) {
        return new Session(
                item.text("id"),
                new AccountId(item.text("account")),
                new MemberId(item.text("member")),
                new TokenHash(item.text("refresh")),
                previous(item),
                item.instant("created"),
                item.instant("refreshed"),
                item.instant("valid_until"),
                item.textOrNull("from_address"));
    }

    private static @Nullable TokenHash previous(Item item) {
        String previous = item.textOrNull("previous");
        return previous == null ? null : new TokenHash(previous);
    }

    private static Item key(String id) {
        return Item.builder().text("id", id).build();
    }
}
