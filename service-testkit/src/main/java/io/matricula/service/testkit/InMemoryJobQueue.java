package io.matricula.service.testkit;

import io.matricula.service.job.JobQueue;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.job.QueuedJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue of jobs in memory, for tests; its leases follow a clock. Never waits. Safe for concurrent use. */
public final class InMemoryJobQueue implements JobQueue {
    private final Clock clock;
    private final Map<QueuedJob, Entry> entries = new LinkedHashMap<>();

    public InMemoryJobQueue(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void add(List<QueuedJob> jobs) {
        jobs.forEach(job -> entries.putIfAbsent(job, new Entry(clock.instant(), 0)));
    }

    @Override
    public synchronized List<LeasedJob> take(int max, Duration lease, Duration wait) {
        Instant now = clock.instant();
        return entries.entrySet().stream()
                .filter(entry -> !entry.getValue().due.isAfter(now))
                .limit(max)
                .toList()
                .stream()
                .map(entry -> leased(entry, now.plus(lease)))
                .toList();
    }

    private static LeasedJob leased(Map.Entry<QueuedJob, Entry> entry, Instant until) {
        int taken = entry.getValue().taken + 1;
        entry.setValue(new Entry(until, taken));
        return new LeasedJob(entry.getKey(), taken, Integer.toString(taken));
    }

    @Override
    public synchronized void extend(LeasedJob taken, Duration rest) {
        entries.computeIfPresent(
                taken.job(),
                (job, entry) -> entry.isOf(taken) ? new Entry(clock.instant().plus(rest), entry.taken) : entry);
    }

    @Override
    public synchronized void remove(LeasedJob taken) {
        entries.computeIfPresent(taken.job(), (job, entry) -> entry.isOf(taken) ? null : entry);
    }

    /** How many jobs are in the queue, due or not. */
    public synchronized int size() {
        return entries.size();
    }

    private record Entry(Instant due, int taken) {
        boolean isOf(LeasedJob leased) {
            return leased.taken() == taken;
        }
    }
}
