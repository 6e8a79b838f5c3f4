package io.matricula.embedded;

import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.job.LeasedJob;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A worker in a process of its own that answers each job with its own number and how often the job was taken, until it is killed. */
final class JobProcess {
    static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration WORK = Duration.ofMillis(10);
    private static final int THREADS = 4;

    private JobProcess() {}

    public static void main(String[] folder) {
        LocalState state = LocalState.open(Path.of(folder[0]));
        JobQueue queue = state.jobQueue(Clock.systemUTC());
        for (int i = 0; i < THREADS; i++) {
            new Thread(() -> work(queue, state.jobs())).start();
        }
    }

    private static void work(JobQueue queue, JobStore jobs) {
        while (true) {
            queue.take(1, LEASE, Duration.ofSeconds(1)).forEach(leased -> work(leased, queue, jobs));
        }
    }

    /** In the order in which workers do it: the answer, then the queue. */
    private static void work(LeasedJob leased, JobQueue queue, JobStore jobs) {
        LockSupport.parkNanos(WORK.toNanos());
        String body = "{\"process\":" + ProcessHandle.current().pid() + ",\"taken\":" + leased.taken() + "}";
        jobs.complete(leased.job().account(), leased.job().job(), new StoredAnswer(201, body));
        queue.remove(leased);
    }
}
