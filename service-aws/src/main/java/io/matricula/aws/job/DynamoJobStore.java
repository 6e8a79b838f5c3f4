package io.matricula.aws.job;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Compressed;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Span;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.dynamo.Written.Refused;
import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.BatchId;
import io.matricula.service.job.BatchProgress;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Jobs in DynamoDB, which removes the old ones by itself. A job that waits has its account once more as {@code waiting}, so that
 * those stand in an index that is as short as the queue. Safe for concurrent use.
 */
public final class DynamoJobStore implements JobStore {
    private static final Table TABLE = Table.JOBS;
    private final Dynamo dynamo;

    public DynamoJobStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void add(List<Job> jobs) {
        jobs.forEach(job -> dynamo.put(TABLE, item(job)));
    }

    private static Item item(Job job) {
        Item.Builder item = Item.builder()
                .text("account", job.account().value())
                .text("job", job.id().value())
                .instant("created", job.created())
                .bytes("job_order", Compressed.of(job.order()))
                .flag("redriven", job.redriven())
                .number("expires", job.created().plus(Job.KEPT).getEpochSecond());
        StoredAnswer answer = job.answer();
        return answer == null
                ? item.text("waiting", job.account().value()).build()
                : item.number("answer_status", answer.status())
                        .bytes("answer", Compressed.of(answer.body()))
                        .build();
    }

    @Override
    public Optional<Job> find(AccountId account, JobId id) {
        return dynamo.find(TABLE, key(account, id)).map(DynamoJobStore::job);
    }

    @Override
    public List<Job> ofBatch(AccountId account, BatchId batch, int from, int max) {
        return dynamo.list(TABLE, span(account, batch, from), max).stream()
                .map(DynamoJobStore::job)
                .toList();
    }

    @Override
    public BatchProgress progress(AccountId account, BatchId batch) {
        List<Item> statuses = dynamo.list(TABLE, span(account, batch, 0), Integer.MAX_VALUE, "answer_status");
        List<Integer> answered = statuses.stream()
                .filter(item -> item.has("answer_status"))
                .map(item -> Math.toIntExact(item.number("answer_status")))
                .toList();
        int done = (int) answered.stream().filter(status -> status / 100 == 2).count();
        return new BatchProgress(statuses.size(), done, answered.size() - done);
    }

    private static Span span(AccountId account, BatchId batch, int from) {
        return new Span(
                account.value(), batch.job(from).value(), batch.lastJob().value());
    }

    @Override
    public int waiting(AccountId account, int most) {
        return dynamo.count(TABLE, Table.WAITING_JOBS, account.value(), most);
    }

    @Override
    public boolean complete(AccountId account, JobId id, StoredAnswer answer) {
        Item values = Item.builder()
                .number(":status", answer.status())
                .bytes(":body", Compressed.of(answer.body()))
                .build();
        var change = new Change(
                "SET answer_status = :status, answer = :body REMOVE waiting",
                "attribute_exists(account) AND attribute_not_exists(answer)",
                values);
        return dynamo.update(TABLE, key(account, id), change).done();
    }

    @Override
    public boolean reopen(AccountId account, JobId id) {
        Item values = Item.builder()
                .flag(":yes", true)
                .number(":broken", 500)
                .text(":account", account.value())
                .build();
        var change = new Change(
                "SET redriven = :yes, waiting = :account REMOVE answer_status, answer",
                "answer_status >= :broken",
                values);
        var written = dynamo.update(TABLE, key(account, id), change);
        return !(written instanceof Refused refused)
                || !refused.seen().isEmpty() && !refused.seen().has("answer");
    }

    @Override
    public int removeBefore(Instant created) {
        return 0;
    }

    private static Job job(Item item) {
        return new Job(
                new JobId(item.text("job")),
                new AccountId(item.text("account")),
                item.instant("created"),
                Compressed.text(item.bytes("job_order")),
                answer(item),
                item.flag("redriven"));
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
