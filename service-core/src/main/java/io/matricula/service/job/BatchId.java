package io.matricula.service.job;

import java.util.regex.Pattern;

/**
 * The name of a batch: 24 lower-case hex digits, random, never reused, safe to log. It is what the ids of its jobs begin with; the
 * rest is their number, so that a batch needs no record of its own and its jobs are found in their order.
 */
public record BatchId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

    public BatchId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a batch id: " + value);
        }
    }

    public static BatchId random() {
        return new BatchId(JobId.random().value().substring(0, 24));
    }

    /** @param number of the job in the batch, from 0 on */
    public JobId job(int number) {
        return new JobId(value + String.format("%08x", number));
    }

    /** The greatest id that a job of the batch can have. */
    public JobId lastJob() {
        return new JobId(value + "ffffffff");
    }

    @Override
    public String toString() {
        return value;
    }
}
