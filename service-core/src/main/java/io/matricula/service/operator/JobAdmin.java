package io.matricula.service.operator;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountStore;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.job.QueuedJob;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operator's orders to jobs that were given up: list them, have them tried anew. Accounts are named by e-mail address. An order
 * that can't be carried out throws {@link OperatorException}. Safe for concurrent use.
 */
public final class JobAdmin {
    /** As many are looked at; what is left comes with the next order. */
    private static final int MOST = 10_000;

    private final AccountStore accounts;
    private final JobStore jobs;
    private final DeadJobStore dead;
    private final JobQueue queue;

    public JobAdmin(AccountStore accounts, JobStore jobs, DeadJobStore dead, JobQueue queue) {
        this.accounts = accounts;
        this.jobs = jobs;
        this.dead = dead;
        this.queue = queue;
    }

    /**
     * What became of a dead job.
     *
     * @param queued false if the job itself is no longer kept, or was answered since
     */
    public record Redriven(DeadJob job, boolean queued) {}

    /**
     * Dead jobs, oldest death first.
     *
     * @param email of the account; null for all accounts
     */
    public List<DeadJob> dead(@Nullable String email) {
        List<DeadJob> found = email == null ? dead.list(MOST) : dead.listOf(named(email), MOST);
        return found.stream().sorted(Comparator.comparing(DeadJob::died)).toList();
    }

    /**
     * Queues dead jobs anew. They cost the account nothing: their calls were given back when they died.
     *
     * @param email of the account; null for all accounts
     * @param only ids of jobs; empty for all
     */
    public List<Redriven> redrive(@Nullable String email, Set<String> only) {
        List<DeadJob> wanted = dead(email).stream()
                .filter(one -> only.isEmpty() || only.contains(one.job().value()))
                .toList();
        only.stream()
                .filter(id -> wanted.stream().noneMatch(one -> one.job().value().equals(id)))
                .findFirst()
                .ifPresent(id -> {
                    throw new OperatorException("there is no dead job " + id);
                });
        return wanted.stream().map(this::redrive).toList();
    }

    /** The letter goes last: whoever is killed before leaves it to be tried again, and a job that is queued twice is answered once. */
    private Redriven redrive(DeadJob one) {
        boolean open = jobs.reopen(one.account(), one.job());
        if (open) {
            queue.add(new QueuedJob(one.account(), one.job()));
        }
        dead.remove(one.account(), one.job());
        return new Redriven(one, open);
    }

    private AccountId named(String email) {
        return accounts.findByEmail(email)
                .map(Account::id)
                .orElseThrow(() -> new OperatorException("there is no account " + email));
    }
}
