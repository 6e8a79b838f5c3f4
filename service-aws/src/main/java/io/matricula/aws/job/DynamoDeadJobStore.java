package io.matricula.aws.job;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobId;
import java.time.Instant;
import java.util.List;

/** Jobs that were given up, in DynamoDB, which removes the old ones by itself. Safe for concurrent use. */
public final class DynamoDeadJobStore implements DeadJobStore {
    private static final Table TABLE = Table.DEAD_JOBS;
    private final Dynamo dynamo;

    public DynamoDeadJobStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void put(DeadJob dead) {
        dynamo.put(
                TABLE,
                Item.builder()
                        .text("account", dead.account().value())
                        .text("job", dead.job().value())
                        .number("taken", dead.taken())
                        .instant("died", dead.died())
                        .text("reason", dead.reason())
                        .number("expires", dead.died().plus(DeadJob.KEPT).getEpochSecond())
                        .build());
    }

    @Override
    public List<DeadJob> list(int limit) {
        // Reads the whole table: it is an operator who asks, and few jobs die.
        return dynamo.listAll(TABLE).stream()
                .limit(limit)
                .map(DynamoDeadJobStore::dead)
                .toList();
    }

    @Override
    public List<DeadJob> listOf(AccountId account, int limit) {
        return dynamo.list(TABLE, account.value(), limit).stream()
                .map(DynamoDeadJobStore::dead)
                .toList();
    }

    @Override
    public void remove(AccountId account, JobId job) {
        dynamo.remove(
                TABLE,
                Item.builder()
                        .text("account", account.value())
                        .text("job", job.value())
                        .build());
    }

    @Override
    public int removeBefore(Instant died) {
        return 0;
    }

    private static DeadJob dead(Item item) {
        return new DeadJob(
                new AccountId(item.text("account")),
                new JobId(item.text("job")),
                Math.toIntExact(item.number("taken")),
                item.instant("died"),
                item.text("reason"));
    }
}
