package io.matricula.reading.job;

import io.matricula.contract.JobAnswer;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.Job;

/** Tells clients of jobs. */
final class JobAnswers {
    private JobAnswers() {}

    static JobAnswer of(Job job) {
        StoredAnswer answer = job.answer();
        String url = "/v1/plate-reader/jobs/" + job.id();
        return answer == null
                ? new JobAnswer(job.id().value(), "queued", url, null, null)
                : new JobAnswer(
                        job.id().value(), answer.good() ? "done" : "failed", url, answer.status(), answer.body());
    }
}
