package io.matricula.embedded;

import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.licence.InstallationStore;
import io.matricula.service.link.LinkStore;
import io.matricula.service.mail.Mailer;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.report.UsageReportStore;
import io.matricula.service.session.SessionStore;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.throttle.AttemptStore;
import io.matricula.service.token.TokenStore;
import io.matricula.service.upload.UploadInbox;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.usage.UsageStore;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventPictureStore;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.WebhookStore;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/**
 * The state of a local or on-premises edition: the ports of the service on one folder. Several processes may have the same
 * folder open, so that operator commands work while the server runs. Safe for concurrent use.
 *
 * <pre>
 * FOLDER/matricula.db    accounts, members, tokens and passwords (as hashes), counted calls; beside it -wal and -shm while open
 * FOLDER/token           the demo account's token in the clear, readable by the folder's owner only
 * FOLDER/keys/           keys that sign sessions and mobile tokens, readable by the folder's owner only
 * FOLDER/mail/           mails to people, as files; nothing is sent
 * FOLDER/pictures/       pictures that webhooks want, for three days
 * FOLDER/jobs/           pictures that are read later, until they are, or for a day
 * FOLDER/uploads/        pictures that clients brought before they ask for them to be read, for a day
 * FOLDER/plans.yaml      the plans on offer, if they shall differ from the built-in ones
 * </pre>
 */
public final class LocalState implements AutoCloseable {
    private static final String DATABASE = "matricula.db";

    private final Path folder;
    private final SqliteDatabase database;
    private final Semaphore deliveriesAdded = new Semaphore(0);
    private final Semaphore jobsAdded = new Semaphore(0);

    private LocalState(Path folder, SqliteDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** Whether a folder has been opened before. */
    public static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve(DATABASE));
    }

    /** Makes a folder for state, unless it is there: readable by its owner only, where the file system knows owners. */
    public static void makeFolder(Path folder) throws IOException {
        OwnerOnly.createFolder(folder);
    }

    /**
     * Opens a folder, and makes it and the database on first use.
     *
     * @throws StateException if the folder can't be made, written or used
     */
    public static LocalState open(Path folder) {
        requireFolder(folder);
        Path file = folder.resolve(DATABASE);
        try {
            OwnerOnly.createFile(file);
            return new LocalState(folder, new SqliteDatabase(file));
        } catch (IOException e) {
            throw new StateException("the state folder " + folder + " is not writable", e);
        } catch (SQLException e) {
            throw new StateException("the state in " + file + " can't be used: " + e.getMessage(), e);
        }
    }

    private static void requireFolder(Path folder) {
        try {
            makeFolder(folder);
        } catch (FileAlreadyExistsException e) {
            throw new StateException("the state folder " + folder + " is a file", e);
        } catch (IOException e) {
            throw new StateException("the state folder " + folder + " can't be made: " + e.getMessage(), e);
        }
        if (!Files.isWritable(folder)) {
            throw new StateException("the state folder " + folder + " is not writable");
        }
    }

    public AccountStore accounts() {
        return new SqliteAccountStore(database);
    }

    public TokenStore tokens() {
        return new SqliteTokenStore(database);
    }

    public UsageStore usage() {
        return new SqliteUsageStore(database);
    }

    public InstallationStore installation() {
        return new SqliteInstallationStore(database);
    }

    public UsageReportStore usageReports() {
        return new SqliteUsageReportStore(database);
    }

    public NoticeStore notices() {
        return new SqliteNoticeStore(database);
    }

    public IdempotencyStore idempotency() {
        return new SqliteIdempotencyStore(database);
    }

    public MemberStore members() {
        return new SqliteMemberStore(database);
    }

    public LinkStore links() {
        return new SqliteLinkStore(database);
    }

    public SessionStore sessions() {
        return new SqliteSessionStore(database);
    }

    public AttemptStore attempts() {
        return new SqliteAttemptStore(database);
    }

    public AuditStore audit() {
        return new SqliteAuditStore(database);
    }

    public SigningKeyStore signingKeys() {
        return new FileSigningKeyStore(folder.resolve("keys"));
    }

    /** Writes mails into the folder {@code mail}, and says in the log where. */
    public Mailer mailer(Clock clock) {
        return new FolderMailer(folder.resolve("mail"), clock);
    }

    public WebhookStore webhooks() {
        return new SqliteWebhookStore(database);
    }

    public EventStore events(Clock clock) {
        return new SqliteEventStore(database, queue(clock));
    }

    public EventPictureStore eventPictures() {
        return new FileEventPictureStore(folder.resolve("pictures"));
    }

    /** The deliveries on their way; their delays follow {@code clock}. */
    public DeliveryQueue deliveries(Clock clock) {
        return queue(clock);
    }

    private SqliteDeliveryQueue queue(Clock clock) {
        return new SqliteDeliveryQueue(database, clock, deliveriesAdded);
    }

    public DeliveryLog deliveryLog() {
        return new SqliteDeliveryLog(database);
    }

    public DeadLetterStore deadLetters() {
        return new SqliteDeadLetterStore(database);
    }

    public JobStore jobs() {
        return new SqliteJobStore(database);
    }

    public JobPictureStore jobPictures() {
        return new FileJobPictureStore(folder.resolve("jobs"));
    }

    public DeadJobStore deadJobs() {
        return new SqliteDeadJobStore(database);
    }

    /** Pictures that clients bring to this server; what was announced expires by {@code clock}. */
    public UploadStore uploads(Clock clock) {
        return localUploads(clock);
    }

    /** Takes what clients bring. */
    public UploadInbox uploadInbox(Clock clock) {
        return localUploads(clock);
    }

    private LocalUploads localUploads(Clock clock) {
        return new LocalUploads(database, folder.resolve("uploads"), clock);
    }

    /** The jobs on their way; their leases follow {@code clock}. */
    public JobQueue jobQueue(Clock clock) {
        return new SqliteJobQueue(database, clock, jobsAdded);
    }

    /**
     * The plans on offer: the folder's own, else the built-in ones.
     *
     * @throws StateException if the folder's own can't be understood
     */
    public PlanCatalogue plans() {
        Path file = folder.resolve("plans.yaml");
        if (!Files.exists(file)) {
            return PlanCatalogue.builtIn();
        }
        try (Reader yaml = Files.newBufferedReader(file)) {
            return PlanCatalogue.read(yaml);
        } catch (IOException | IllegalArgumentException e) {
            throw new StateException(file + ": " + e.getMessage(), e);
        }
    }

    /** The account that works without any set-up, made on first use. */
    public DemoAccount demoAccount(Clock clock) {
        return DemoAccount.in(folder, accounts(), tokens(), clock);
    }

    /** Whether a write reaches the disk now; for readiness checks, as it costs a flush. */
    public boolean writable() {
        try {
            // Writes the page that holds the version, and changes nothing.
            database.write(session -> session.update("PRAGMA user_version = " + Schema.VERSION));
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Finishes the waiting writes. Nothing may be used after. */
    @Override
    public void close() {
        database.close();
    }
}
