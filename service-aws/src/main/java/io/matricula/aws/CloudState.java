package io.matricula.aws;

import io.matricula.aws.account.DynamoAccountStore;
import io.matricula.aws.account.DynamoTokenStore;
import io.matricula.aws.client.AwsClient;
import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.DynamoClients;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.idempotency.DynamoIdempotencyStore;
import io.matricula.aws.identity.DynamoAttemptStore;
import io.matricula.aws.identity.DynamoAuditStore;
import io.matricula.aws.identity.DynamoLinkStore;
import io.matricula.aws.identity.DynamoMemberStore;
import io.matricula.aws.identity.DynamoSessionStore;
import io.matricula.aws.identity.DynamoSigningKeyStore;
import io.matricula.aws.job.DynamoDeadJobStore;
import io.matricula.aws.job.DynamoJobStore;
import io.matricula.aws.job.S3JobPictureStore;
import io.matricula.aws.job.SqsJobQueue;
import io.matricula.aws.mail.SesMailer;
import io.matricula.aws.notice.DynamoNoticeStore;
import io.matricula.aws.report.DynamoUsageReportStore;
import io.matricula.aws.s3.S3Folder;
import io.matricula.aws.sqs.SqsQueue;
import io.matricula.aws.upload.S3UploadStore;
import io.matricula.aws.usage.DynamoUsageStore;
import io.matricula.aws.webhook.DynamoDeadLetterStore;
import io.matricula.aws.webhook.DynamoDeliveryLog;
import io.matricula.aws.webhook.DynamoEventStore;
import io.matricula.aws.webhook.DynamoWebhookStore;
import io.matricula.aws.webhook.S3EventPictureStore;
import io.matricula.aws.webhook.SqsDeliveryQueue;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.link.LinkStore;
import io.matricula.service.mail.Mailer;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.report.UsageReportStore;
import io.matricula.service.session.SessionStore;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.throttle.AttemptStore;
import io.matricula.service.token.TokenStore;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.usage.UsageStore;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.EventPictureStore;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.WebhookStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The state of the cloud edition: the ports of the service on AWS. Opens no connection before the first use, so that a Lambda
 * can be frozen after its start. Safe for concurrent use.
 */
public final class CloudState implements AutoCloseable {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    /** Longer than a queue lets its reader wait. */
    private static final Duration QUEUE_LIMIT = Duration.ofSeconds(25);

    private final CloudConfig config;
    private final Dynamo dynamo;
    private final SqsClient sqs;
    private final S3Client s3;
    private final S3Presigner presigner;
    private final SesV2Client ses;

    private CloudState(CloudConfig config, Dynamo dynamo) {
        Endpoints endpoints = config.endpoints();
        this.config = config;
        this.dynamo = dynamo;
        this.sqs = AwsClient.configure(SqsClient.builder(), config.region(), endpoints.sqs(), QUEUE_LIMIT)
                .build();
        this.s3 = AwsClient.configure(
                        // Stand-ins have no name for each bucket.
                        S3Client.builder().forcePathStyle(endpoints.s3() != null),
                        config.region(),
                        endpoints.s3(),
                        ANSWER_LIMIT)
                .build();
        this.presigner = S3Folder.presigner(config.region(), endpoints.s3());
        this.ses = AwsClient.configure(SesV2Client.builder(), config.region(), endpoints.ses(), ANSWER_LIMIT)
                .build();
    }

    /** @param interceptors see every request to DynamoDB and its answer, for measurements */
    public static CloudState open(CloudConfig config, ExecutionInterceptor... interceptors) {
        var clients = DynamoClients.open(config.region(), config.endpoints().dynamo(), interceptors);
        return new CloudState(config, new Dynamo(clients, config.prefix()));
    }

    /**
     * Makes those tables that are missing. For tests and rehearsals: in the cloud the deployment makes them. Nothing expires in them, for tests live
     * in the past.
     */
    public void createTables(Table... tables) {
        dynamo.createTables(List.of(tables));
    }

    /** Lets items expire as in the cloud, for rehearsals; repeatable. */
    public void expireItems(Table... tables) {
        dynamo.expireItems(List.of(tables));
    }

    /** Makes the queues that are missing, as {@link #createTables}. */
    public void createQueues() {
        sqs.createQueue(request -> request.queueName(config.deliveryQueue()));
        sqs.createQueue(request -> request.queueName(config.jobQueue()));
    }

    /** Makes the bucket if it is missing, as {@link #createTables}. */
    public void createBucket() {
        try {
            s3.createBucket(request -> request.bucket(config.pictureBucket()));
        } catch (BucketAlreadyOwnedByYouException e) {
            return; // Another process was first.
        }
    }

    public AccountStore accounts() {
        return new DynamoAccountStore(dynamo);
    }

    public TokenStore tokens() {
        return new DynamoTokenStore(dynamo);
    }

    public UsageReportStore usageReports() {
        return new DynamoUsageReportStore(dynamo);
    }

    public UsageStore usage() {
        return new DynamoUsageStore(dynamo);
    }

    public IdempotencyStore idempotency() {
        return new DynamoIdempotencyStore(dynamo);
    }

    public MemberStore members() {
        return new DynamoMemberStore(dynamo);
    }

    public LinkStore links() {
        return new DynamoLinkStore(dynamo);
    }

    public SessionStore sessions() {
        return new DynamoSessionStore(dynamo);
    }

    public SigningKeyStore signingKeys() {
        return new DynamoSigningKeyStore(dynamo);
    }

    public AttemptStore attempts() {
        return new DynamoAttemptStore(dynamo);
    }

    public AuditStore audit() {
        return new DynamoAuditStore(dynamo);
    }

    public NoticeStore notices() {
        return new DynamoNoticeStore(dynamo);
    }

    public Mailer mailer() {
        return new SesMailer(ses, config.sender());
    }

    public WebhookStore webhooks() {
        return new DynamoWebhookStore(dynamo);
    }

    public SqsDeliveryQueue deliveries() {
        return new SqsDeliveryQueue(new SqsQueue(sqs, config.deliveryQueue()), Clock.systemUTC());
    }

    public EventStore events() {
        return new DynamoEventStore(dynamo, deliveries());
    }

    public EventPictureStore eventPictures() {
        return new S3EventPictureStore(new S3Folder(s3, config.pictureBucket(), "events/"));
    }

    public DeliveryLog deliveryLog() {
        return new DynamoDeliveryLog(dynamo);
    }

    public DeadLetterStore deadLetters() {
        return new DynamoDeadLetterStore(dynamo);
    }

    public JobStore jobs() {
        return new DynamoJobStore(dynamo);
    }

    public JobPictureStore jobPictures() {
        return new S3JobPictureStore(new S3Folder(s3, config.pictureBucket(), "jobs/"));
    }

    public DeadJobStore deadJobs() {
        return new DynamoDeadJobStore(dynamo);
    }

    public UploadStore uploads() {
        return new S3UploadStore(new S3Folder(s3, config.pictureBucket(), "uploads/"), presigner, Clock.systemUTC());
    }

    public JobQueue jobQueue() {
        return new SqsJobQueue(new SqsQueue(sqs, config.jobQueue()));
    }

    @Override
    public void close() {
        dynamo.close();
        sqs.close();
        s3.close();
        presigner.close();
        ses.close();
    }
}
