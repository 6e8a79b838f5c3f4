package io.matricula.infra.data;

import io.matricula.aws.CloudConfig;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The queues, each with one for what can't be worked on. The services give up by themselves, with a reason that users see, long
 * before a message has been taken {@code maxReceiveCount} times: only what they can't even read, or what kills them, gets there.
 */
public final class Queues extends Construct {
    private static final Duration KEPT = Duration.days(4);

    /** Counted from when a message first came, and so longer than in the queue before. */
    private static final Duration DEAD_KEPT = Duration.days(14);

    /** As long as a job is its taker's. */
    private static final Duration JOB_LEASE = Duration.seconds(15);

    /** Twice the 5 times after which a worker answers with a failure. */
    private static final int JOB_TAKINGS = 10;

    /** AWS wants six times the function's limit. */
    private static final Duration DELIVERY_LEASE = Duration.minutes(6);

    /** Each of the schedule's waits is a new message; only those whose target is busy are taken over and over. */
    private static final int DELIVERY_TAKINGS = 100;

    private final Queue jobs;
    private final Queue jobsDead;
    private final Queue deliveries;
    private final Queue deliveriesDead;

    Queues(Construct scope, CloudConfig names) {
        super(scope, "Queues");
        this.jobsDead = dead("Jobs", names.jobQueue());
        this.jobs = queue("Jobs", names.jobQueue(), JOB_LEASE, dead(jobsDead, JOB_TAKINGS));
        this.deliveriesDead = dead("Deliveries", names.deliveryQueue());
        this.deliveries =
                queue("Deliveries", names.deliveryQueue(), DELIVERY_LEASE, dead(deliveriesDead, DELIVERY_TAKINGS));
    }

    private Queue queue(String id, String name, Duration lease, DeadLetterQueue dead) {
        return Queue.Builder.create(this, id)
                .queueName(name)
                .visibilityTimeout(lease)
                .retentionPeriod(KEPT)
                .receiveMessageWaitTime(Duration.seconds(20))
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .deadLetterQueue(dead)
                .build();
    }

    private Queue dead(String id, String name) {
        return Queue.Builder.create(this, id + "Dead")
                .queueName(name + "-dead")
                .retentionPeriod(DEAD_KEPT)
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                .build();
    }

    private static DeadLetterQueue dead(IQueue queue, int takings) {
        return DeadLetterQueue.builder().queue(queue).maxReceiveCount(takings).build();
    }

    public IQueue jobs() {
        return jobs;
    }

    public IQueue jobsDead() {
        return jobsDead;
    }

    public IQueue deliveries() {
        return deliveries;
    }

    public IQueue deliveriesDead() {
        return deliveriesDead;
    }
}
