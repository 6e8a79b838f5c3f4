package io.matricula.aws.identity;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.identity.MemberId;
import io.matricula.service.link.Link;
import io.matricula.service.link.LinkPurpose;
import io.matricula.service.link.LinkStore;
import io.matricula.service.token.TokenHash;
import java.time.Instant;
import java.util.Optional;

/** Mailed links in DynamoDB, which removes the expired ones by itself. Safe for concurrent use. */
public final class DynamoLinkStore implements LinkStore {
    private final Dynamo dynamo;

    public DynamoLinkStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void add(Link link) {
        AccountId account = link.account();
        MemberId member = link.member();
        dynamo.put(
                Table.LINKS,
                Item.builder()
                        .text("token_hash", link.hash().hex())
                        .text("purpose", link.purpose().name())
                        .text("email", link.email())
                        .text("account", account == null ? null : account.value())
                        .text("member", member == null ? null : member.value())
                        .instant("created", link.created())
                        .instant("valid_until", link.expires())
                        .number("expires", link.expires().getEpochSecond())
                        .build());
    }

    @Override
    public Optional<Link> find(TokenHash hash) {
        return dynamo.find(Table.LINKS, key(hash)).map(DynamoLinkStore::link);
    }

    @Override
    public boolean take(TokenHash hash) {
        return dynamo.delete(Table.LINKS, key(hash), "attribute_exists(token_hash)", Item.EMPTY)
                .done();
    }

    @Override
    public int removeExpired(Instant now) {
        return 0;
    }

    private static Link link(Item item) {
        String account = item.textOrNull("account");
        String member = item.textOrNull("member");
        return new Link(
                new TokenHash(item.text("token_hash")),
                LinkPurpose.valueOf(item.text("purpose")),
                item.text("email"),
                account == null ? null : new AccountId(account),
                member == null ? null : new MemberId(member),
                item.instant("created"),
                item.instant("valid_until"));
    }

    private static Item key(TokenHash hash) {
        return Item.builder().text("token_hash", hash.hex()).build();
    }
}
