package io.matricula.aws.idempotency;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.dynamo.Written.Refused;
import io.matricula.service.idempotency.Claim;
import io.matricula.service.idempotency.IdempotencyKey;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.idempotency.StoredAnswer;
import java.time.Duration;
import java.time.Instant;

/** Idempotency keys in DynamoDB, which removes the expired ones by itself. Safe for concurrent use. */
public final class DynamoIdempotencyStore implements IdempotencyStore {
    private static final Table TABLE = Table.IDEMPOTENCY;
    private static final String HELD = "valid_until = :lease AND attribute_not_exists(answer)";

    /** Kept beyond its use, so that clocks which differ don't matter. */
    private static final Duration REMOVED_AFTER = Duration.ofHours(1);

    private final Dynamo dynamo;

    public DynamoIdempotencyStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public Claim claim(IdempotencyKey key, String requestHash, Instant now, Instant leaseUntil) {
        Item claim = Item.builder()
                .text("account", key.account().value())
                .text("request_key", key.key())
                .text("request_hash", requestHash)
                .instant("valid_until", leaseUntil)
                .number("expires", expires(leaseUntil))
                .build();
        Item values = Item.builder().instant(":now", now).build();
        var written = dynamo.put(TABLE, claim, "attribute_not_exists(account) OR valid_until <= :now", values);
        return written instanceof Refused refused ? held(refused.seen(), requestHash) : new Claim.Fresh(leaseUntil);
    }

    private static Claim held(Item seen, String requestHash) {
        if (!seen.text("request_hash").equals(requestHash)) {
            return new Claim.Different();
        }
        return seen.has("answer")
                ? new Claim.Answered(
                        new StoredAnswer(Math.toIntExact(seen.number("answer_status")), seen.text("answer")))
                : new Claim.Running(seen.instant("valid_until"));
    }

    @Override
    public boolean complete(IdempotencyKey key, Claim.Fresh claim, StoredAnswer answer, Instant expires) {
        Item values = Item.builder()
                .instant(":lease", claim.leaseUntil())
                .number(":status", answer.status())
                .text(":body", answer.body())
                .instant(":until", expires)
                .number(":expires", expires(expires))
                .build();
        String expression = "SET answer_status = :status, answer = :body, valid_until = :until, expires = :expires";
        return dynamo.update(TABLE, key(key), new Change(expression, HELD, values))
                .done();
    }

    @Override
    public void release(IdempotencyKey key, Claim.Fresh claim) {
        Item values = Item.builder().instant(":lease", claim.leaseUntil()).build();
        dynamo.delete(TABLE, key(key), HELD, values);
    }

    @Override
    public int removeExpired(Instant now) {
        return 0;
    }

    private static Item key(IdempotencyKey key) {
        return Item.builder()
                .text("account", key.account().value())
                .text("request_key", key.key())
                .build();
    }

    private static long expires(Instant until) {
        return until.plus(REMOVED_AFTER).getEpochSecond();
    }
}
