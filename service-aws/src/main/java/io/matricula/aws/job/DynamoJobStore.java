package io.matricula.aws.job;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Compressed;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs in DynamoDB, which removes the old ones by itself. Safe for concurrent use. */
public final class DynamoJobStore implements JobStore {
    private final Dynamo dynamo;

    public DynamoJobStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void add(Job job) {
        dynamo.put(
                Table.JOBS,
                Item.builder()
                        .text("account", job.account().value())
                        .text("job", job.id().value())
                        .instant("created", job.created())
                        .bytes("job_order", Compressed.of(job.order()))
                        .number("expires", job.created().plus(Job.KEPT).getEpochSecond())
                        .build());
    }

    @Override
    public Optional<Job> find(AccountId account, JobId id) {
        return dynamo.find(Table.JOBS, key(account, id)).map(item -> job(item, account, id));
    }

    @Override
    public boolean complete(AccountId account, JobId id, StoredAnswer answer) {
        Item values = Item.builder()
                .number(":status", answer.status())
                .bytes(":body", Compressed.of(answer.body()))
                .build();
        var change = new Change(
                "SET answer_status = :status, answer = :body",
                "attribute_exists(account) AND attribute_not_exists(answer)",
                values);
        return dynamo.update(Table.JOBS, key(account, id), change).done();
    }

    @Override
    public int removeBefore(Instant created) {
        return 0;
    }

    private static Job job(Item item, AccountId account, JobId id) {
        return new Job(id, account, item.instant("created"), Compressed.text(item.bytes("job_order")), answer(item));
    }

    private static @Nullable StoredAnswer answer(Item item) {
        return item.has("answer")
                ? new StoredAnswer(Math.toIntExact(item.number("answer_status")), Compressed.text(item.bytes("answer")))
                : null;
    }

    private static Item key(AccountId account, JobId id) {
        return Item.builder()
                .text("account", account.value())
                .text("job", id.value())
                .build();
    }
}
