package io.matricula.service.job;

/**
 * How far a batch is.
 *
 * @param total jobs of the batch; 0 if there is no such batch
 * @param done jobs whose picture was read
 * @param failed jobs that were answered otherwise
 */
public record BatchProgress(int total, int done, int failed) {
    /** Jobs that wait or are at work. */
    public int queued() {
        return total - done - failed;
    }
}
