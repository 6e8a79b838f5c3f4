package io.matricula.reading.job;

import io.matricula.contract.ApiError;
import io.matricula.contract.BatchAnswer;
import io.matricula.contract.BatchResult;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.call.AdmittedCall;
import io.matricula.reading.call.PlateReading;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.PictureFormat;
import io.matricula.reading.picture.Submission;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.job.BatchId;
import io.matricula.service.job.BatchProgress;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.job.QueuedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes many pictures on at once, each a job of its own that is counted alone. A picture that may not be read, because the quota is
 * used up or its fields are wrong, is a job that is answered already: none is dropped in silence. Everything is stored before the
 * client is told.
 */
@ApplicationScoped
public class BatchReading {
    /** Results that are read at once. */
    public static final int PAGE = 100;

    private static final Duration ROOM_LATER = Duration.ofSeconds(10);
    private static final byte[] STORED_ALREADY = {};

    private final PlateReading reading;
    private final LaterReading later;
    private final JobOrders orders;
    private final JobEnds ends;
    private final JobStore jobs;
    private final JobPictureStore pictures;
    private final JobQueue queue;
    private final int most;

    BatchReading(
            PlateReading reading,
            LaterReading later,
            JobOrders orders,
            JobEnds ends,
            JobStore jobs,
            JobPictureStore pictures,
            JobQueue queue,
            ReadingConfig config) {
        this.reading = reading;
        this.later = later;
        this.orders = orders;
        this.ends = ends;
        this.jobs = jobs;
        this.pictures = pictures;
        this.queue = queue;
        this.most = config.batch().pictures();
    }

    /** A new batch of an account, without pictures. */
    public BatchDraft begin(Account account) {
        if (!account.active()) {
            throw ApiException.of(ApiError.ACCOUNT_SUSPENDED);
        }
        return BatchDraft.of(account.id(), pictures, most);
    }

    /**
     * Counts and queues the pictures of a batch; throws, having counted none, if it can't take any on.
     *
     * @param common fields of all pictures; a picture's own go before them
     */
    public BatchAnswer accept(Account account, BatchDraft draft, Map<String, List<String>> common, Exchange exchange) {
        if (draft.items().isEmpty()) {
            throw ApiException.field("upload", "No file was submitted.");
        }
        if (!later.hasRoom(account.id(), draft.items().size())) {
            throw ApiException.retry(ApiError.QUEUE_FULL, ROOM_LATER);
        }
        var counted = new Counted(account, common, exchange);
        boolean queued = false;
        try {
            BatchAnswer answer = queue(account, draft, counted);
            queued = true;
            return answer;
        } finally {
            if (!queued) {
                counted.giveBack();
            }
        }
    }

    private BatchAnswer queue(Account account, BatchDraft draft, Counted counted) {
        draft.stored();
        List<Job> all = new ArrayList<>();
        for (BatchDraft.Item item : draft.items()) {
            all.add(counted.job(item).withId(draft.id().job(all.size())));
        }
        all.stream().filter(job -> job.answer() != null).forEach(job -> pictures.remove(account.id(), job.id()));
        counted.calls.forEach(call -> call.durable().run());
        jobs.add(all);
        queue.add(all.stream()
                .filter(job -> job.answer() == null)
                .map(job -> new QueuedJob(account.id(), job.id()))
                .toList());
        return answer(draft.id(), jobs.progress(account.id(), draft.id()));
    }

    /** The calls of one batch as they are counted, one picture after the other. For one thread. */
    private final class Counted {
        private final Account account;
        private final Map<String, List<String>> common;
        private final Exchange exchange;
        private final List<AdmittedCall> calls = new ArrayList<>();
        private Optional<ApiException> usedUp = Optional.empty();

        Counted(Account account, Map<String, List<String>> common, Exchange exchange) {
            this.account = account;
            this.common = common;
            this.exchange = exchange;
        }

        Job job(BatchDraft.Item item) {
            ApiException refusal = item.refusal() == null ? usedUp.orElse(null) : item.refusal();
            if (refusal != null) {
                return ends.refused(account.id(), item, refusal);
            }
            try {
                AdmittedCall call = reading.admitForLater(account, submission(item), exchange);
                calls.add(call);
                boolean mmc = account.planAt(call.received()).mmc();
                return Job.create(account.id(), call.received(), orders.write(call, mmc));
            } catch (ApiException e) {
                if (e.error() == ApiError.QUOTA_USED_UP) {
                    // Asked once: the answer would be the same for all that follow.
                    usedUp = Optional.of(e);
                }
                return ends.refused(account.id(), item, e);
            }
        }

        private Submission submission(BatchDraft.Item item) {
            var fields = new HashMap<>(common);
            fields.putAll(item.fields());
            PictureFormat format = item.format();
            Picture picture = format == null ? null : new Picture(STORED_ALREADY, String.valueOf(item.name()), format);
            return new Submission(picture, item.address(), fields);
        }

        void giveBack() {
            calls.forEach(reading::giveBack);
        }
    }

    /** How far an account's batch is; empty if there is none. */
    public Optional<BatchAnswer> find(AccountId account, String name) {
        return id(name).flatMap(id -> progress(account, id));
    }

    private Optional<BatchAnswer> progress(AccountId account, BatchId id) {
        BatchProgress progress = jobs.progress(account, id);
        return progress.total() == 0 ? Optional.empty() : Optional.of(answer(id, progress));
    }

    /**
     * Cancels what nobody has come to, and gives those calls back. What is being read at this moment may still be told to webhooks,
     * but is not counted either.
     */
    public Optional<BatchAnswer> cancel(AccountId account, String name) {
        Optional<BatchId> id = id(name);
        for (int from = 0; id.isPresent(); from += PAGE) {
            List<Job> page = jobs.ofBatch(account, id.get(), from, PAGE);
            page.stream().filter(job -> job.answer() == null).forEach(ends::cancel);
            if (page.size() < PAGE) {
                break;
            }
        }
        return id.flatMap(same -> progress(account, same));
    }

    /**
     * The results of an account's batch in the order of its pictures, {@link #PAGE} at most.
     *
     * @param from number of the first
     */
    public List<BatchResult> results(AccountId account, String name, int from) {
        List<Job> page =
                id(name).map(id -> jobs.ofBatch(account, id, from, PAGE)).orElse(List.of());
        return IntStream.range(0, page.size())
                .mapToObj(i -> result(from + i, page.get(i)))
                .toList();
    }

    private BatchResult result(int number, Job job) {
        JobOrder order = orders.order(job);
        var answer = JobAnswers.of(job);
        return new BatchResult(
                number, order.pictureName(), order.uploadUrl(), answer.state(), answer.statusCode(), answer.answer());
    }

    private static Optional<BatchId> id(String name) {
        try {
            return Optional.of(new BatchId(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static BatchAnswer answer(BatchId id, BatchProgress progress) {
        String url = "/v1/plate-reader/batch/" + id;
        return new BatchAnswer(
                id.value(),
                progress.queued() > 0 ? "running" : "done",
                progress.total(),
                progress.done(),
                progress.failed(),
                progress.queued(),
                url,
                url + "/results");
    }
}
