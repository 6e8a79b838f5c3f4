package io.matricula.aws.identity;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.signing.SigningKey;
import io.matricula.service.signing.SigningKeyStore;
import java.util.Comparator;
import java.util.List;

/** Signing keys in a DynamoDB table that only those services may read which sign or check. Safe for concurrent use. */
public final class DynamoSigningKeyStore implements SigningKeyStore {
    private final Dynamo dynamo;

    public DynamoSigningKeyStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public List<SigningKey> list() {
        return dynamo.listAll(Table.SIGNING_KEYS).stream()
                .map(item -> SigningKey.decode(item.text("id"), item.instant("created"), item.text("encoded")))
                .sorted(Comparator.comparing(SigningKey::created).thenComparing(SigningKey::id))
                .toList();
    }

    @Override
    public void add(SigningKey key) {
        dynamo.put(
                Table.SIGNING_KEYS,
                Item.builder()
                        .text("id", key.id())
                        .instant("created", key.created())
                        .text("encoded", key.encoded())
                        .build());
    }

    @Override
    public void remove(String id) {
        dynamo.remove(Table.SIGNING_KEYS, Item.builder().text("id", id).build());
    }
}
