package io.matricula.aws.identity;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.dynamo.Written.Done;
import io.matricula.service.throttle.AttemptStore;
import java.time.Instant;

/** Counters of attempts in DynamoDB, which removes closed windows by itself. Safe for concurrent use. */
public final class DynamoAttemptStore implements AttemptStore {
    private final Dynamo dynamo;

    public DynamoAttemptStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public Attempts count(String key, Instant now, Instant until) {
        Item values = Item.builder().number(":one", 1).instant(":now", now).build();
        // Names the end only to be told it.
        var another = new Change("SET valid_until = valid_until ADD attempts :one", "valid_until > :now", values);
        Item opening = Item.builder()
                .number(":one", 1)
                .instant(":now", now)
                .instant(":until", until)
                .number(":expires", until.getEpochSecond())
                .build();
        var first = new Change(
                "SET attempts = :one, valid_until = :until, expires = :expires",
                "attribute_not_exists(valid_until) OR valid_until <= :now",
                opening);
        while (true) {
            for (Change change : new Change[] {another, first}) {
                if (dynamo.update(Table.ATTEMPTS, key(key), change) instanceof Done done) {
                    Item window = done.changed();
                    return new Attempts(Math.toIntExact(window.number("attempts")), window.instant("valid_until"));
                }
            }
        }
    }

    @Override
    public void forget(String key) {
        dynamo.remove(Table.ATTEMPTS, key(key));
    }

    @Override
    public int removeExpired(Instant now) {
        return 0;
    }

    private static Item key(String key) {
        return Item.builder().text("attempt_key", key).build();
    }
}
