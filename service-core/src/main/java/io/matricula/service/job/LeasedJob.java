package io.matricula.service.job;

/**
 * A job that was taken from the queue for a while.
 *
 * @param taken how often it was taken so far, this time among them; more than once if a worker was killed or gave it back
 * @param receipt names this taking, not the job; meant for the queue that gave it
 */
public record LeasedJob(QueuedJob job, int taken, String receipt) {}
