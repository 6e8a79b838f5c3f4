package io.matricula.aws.job;

import io.matricula.aws.sqs.SqsQueue;
import io.matricula.service.account.AccountId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.job.QueuedJob;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Jobs in SQS, each a message of version, account and job, separated by blanks. Safe for concurrent use. */
public final class SqsJobQueue implements JobQueue {
    private static final String VERSION = "1";
    private final SqsQueue queue;

    public SqsJobQueue(SqsQueue queue) {
        this.queue = queue;
    }

    @Override
    public void add(List<QueuedJob> jobs) {
        queue.add(jobs.stream()
                .map(job -> VERSION + " " + job.account() + " " + job.job())
                .toList());
    }

    @Override
    public List<LeasedJob> take(int max, Duration lease, Duration wait) {
        return queue.take(max, lease, wait).stream().map(SqsJobQueue::leased).toList();
    }

    private static LeasedJob leased(Message message) {
        String[] words = message.body().split(" ", -1);
        if (words.length != 3 || !words[0].equals(VERSION)) {
            throw new IllegalStateException("not a job of this version");
        }
        String taken = message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        return new LeasedJob(
                new QueuedJob(new AccountId(words[1]), new JobId(words[2])),
                Integer.parseInt(String.valueOf(taken)),
                message.receiptHandle());
    }

    @Override
    public void extend(LeasedJob taken, Duration rest) {
        queue.hide(taken.receipt(), rest);
    }

    @Override
    public void remove(LeasedJob taken) {
        queue.remove(taken.receipt());
    }
}
