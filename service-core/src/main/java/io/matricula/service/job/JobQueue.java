package io.matricula.service.job;

import java.time.Duration;
import java.util.List;

/**
 * Port: a queue of jobs that gives each at least once, in no certain order. A job that was taken is hidden for the length of its
 * lease and comes again afterwards, unless it was removed: one whose worker was killed is never lost. Every write is durable when
 * the method returns. Safe for concurrent use, also by several processes. All methods throw {@link java.io.UncheckedIOException}
 * if the queue can't be reached.
 */
public interface JobQueue {
    /**
     * Queues jobs; they may be taken at once. One that is queued already may be given twice. If it throws, part of them may have
     * been queued.
     */
    void add(List<QueuedJob> jobs);

    default void add(QueuedJob job) {
        add(List.of(job));
    }

    /**
     * Takes jobs that are due and not leased to another.
     *
     * @param max at most this many, 1 or more
     * @param lease how long they stay hidden; whole seconds, at least one
     * @param wait how long to wait for the first of them if there is none; may be cut short, also by an interrupt
     * @return empty if nothing was due
     */
    List<LeasedJob> take(int max, Duration lease, Duration wait);

    /**
     * Lets a lease end so long from now: later, to go on working, or sooner, to give the job back. Does nothing if the lease has
     * run out and another has taken it.
     *
     * @param rest whole seconds or rounded up to them
     */
    void extend(LeasedJob taken, Duration rest);

    /** Ends a job. Does nothing if the lease has run out and another has taken it. */
    void remove(LeasedJob taken);
}
