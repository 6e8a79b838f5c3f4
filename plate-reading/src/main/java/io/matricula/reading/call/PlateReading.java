package io.matricula.reading.call;

import io.matricula.contract.ApiError;
import io.matricula.contract.PictureAnswer;
import io.matricula.contract.PlateReaderAnswer;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.Usage;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.dispatch.BoundedRecognition;
import io.matricula.reading.dispatch.RejectedException;
import io.matricula.reading.fetch.PictureSource;
import io.matricula.reading.picture.MemoryBudget;
import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.Submission;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.admission.Admission;
import io.matricula.service.admission.AdmissionResult;
import io.matricula.service.admission.AdmissionResult.Admitted;
import io.matricula.service.admission.AdmissionResult.QuotaUsedUp;
import io.matricula.service.admission.AdmissionResult.Suspended;
import io.matricula.service.admission.AdmissionResult.TooFast;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** One call from its checked form to its answer: admit, fetch if need be, recognise. Counts the call only if a picture was recognised. */
@ApplicationScoped
public class PlateReading {
    private final OptionsReader options;
    private final Admission admission;
    private final MemoryBudget memory;
    private final PictureSource pictures;
    private final BoundedRecognition recognition;
    private final AnswerEvents events;
    private final Clock clock;
    private final AnswerTexts texts;

    PlateReading(
            OptionsReader options,
            Admission admission,
            MemoryBudget memory,
            PictureSource pictures,
            BoundedRecognition recognition,
            AnswerEvents events,
            Clock clock,
            AnswerTexts texts) {
        this.options = options;
        this.admission = admission;
        this.memory = memory;
        this.pictures = pictures;
        this.recognition = recognition;
        this.events = events;
        this.clock = clock;
        this.texts = texts;
    }

    /** What a good call gives: the body of the answer, its warnings, and the admission for its headers. */
    public record Result(PictureAnswer answer, List<String> warnings, Admitted admitted) {}

    /** Counts the call and works on it; given back if the picture could not be recognised. */
    public Result read(Account account, Submission sent, Exchange exchange) {
        AdmittedCall call = admit(account, sent, exchange);
        boolean recognised = false;
        try {
            Result result = finish(call, exchange);
            recognised = true;
            return result;
        } finally {
            if (!recognised) {
                giveBack(call);
            }
        }
    }

    /** Checks the fields of a call and counts it; the count is to be waited for before the call is answered. */
    public AdmittedCall admit(Account account, Submission sent, Exchange exchange) {
        return admit(account, sent, exchange, admission::begin);
    }

    /** The same for a call that is worked later: a queue bears any rate. */
    public AdmittedCall admitForLater(Account account, Submission sent, Exchange exchange) {
        return admit(account, sent, exchange, admission::beginForLater);
    }

    private AdmittedCall admit(
            Account account,
            Submission sent,
            Exchange exchange,
            BiFunction<Account, Instant, Admission.Admitting> count) {
        Instant received = clock.instant();
        ReadOptions asked = options.read(sent, account.planAt(received).mmc());
        long start = System.nanoTime();
        Admission.Admitting admitting = count.apply(account, received);
        var call = new AdmittedCall(
                account.id(), sent, asked, received, admitted(admitting.result()), admitting.durable());
        exchange.stage("admit", start);
        return call;
    }

    /** Works on a call that was counted. Whoever calls gives it back if this throws. */
    public Result finish(AdmittedCall call, Exchange exchange) {
        try (var share = memory.takeForFetch(call.sent())) {
            Picture picture = picture(call.account(), call.sent(), exchange);
            share.fit(picture.bytes().length);
            RecognitionOutcome outcome = recognize(picture, call, exchange);
            // Usually over by now: the disk was flushed while the picture was read.
            long flush = System.nanoTime();
            call.durable().run();
            exchange.stage("flush", flush);
            exchange.results(outcome.results().size() + outcome.sightings().size());
            PictureAnswer answer = answer(outcome, picture, call.asked(), call.received(), call.admitted());
            long told = System.nanoTime();
            events.publish(call.account(), outcome, call.asked().cameraId(), answer, picture.bytes());
            exchange.stage("events", told);
            List<String> warnings = Warnings.headers(call.asked().warnings(), outcome.unknownRegions());
            return new Result(answer, warnings, call.admitted());
        }
    }

    /** Takes a call back that was counted. At most once for a call. */
    public void giveBack(AdmittedCall call) {
        call.durable().run();
        admission.giveBack(call.admitted());
    }

    /** The answer to a call without a picture, which is not counted. */
    public PlateReaderAnswer nothing(Account account) {
        Instant now = clock.instant();
        var usage = new Usage(
                admission.usageOf(account, now).calls(), account.planAt(now).callsPerPeriod());
        return new PlateReaderAnswer(0, List.of(), "", 1, null, texts.timestamp(now), 0, 0, usage, null);
    }

    private static Admitted admitted(AdmissionResult result) {
        if (result instanceof Admitted admitted) {
            return admitted;
        } else if (result instanceof QuotaUsedUp used) {
            throw ApiException.quotaUsedUp(used.quota());
        } else if (result instanceof TooFast fast) {
            throw ApiException.tooFast(fast.retryAfter(), fast.quota());
        } else if (result instanceof Suspended) {
            throw ApiException.of(ApiError.ACCOUNT_SUSPENDED);
        }
        throw new IllegalStateException(result.toString());
    }

    private Picture picture(AccountId account, Submission sent, Exchange exchange) {
        if (sent.picture() != null) {
            return sent.picture();
        }
        long start = System.nanoTime();
        Picture fetched = pictures.fetch(account, String.valueOf(sent.uploadUrl()));
        exchange.stage("fetch", start);
        return fetched;
    }

    private RecognitionOutcome recognize(Picture picture, AdmittedCall call, Exchange exchange) {
        long start = System.nanoTime();
        try {
            RecognitionOutcome outcome =
                    recognition.recognize(picture.bytes(), call.asked().request(), exchange.requestId());
            outcome.milliseconds().forEach((stage, took) -> exchange.stage("engine_" + stage, took));
            return outcome;
        } catch (RejectedException e) {
            throw ApiException.field(field(e, call.sent()), String.valueOf(e.getMessage()));
        } finally {
            exchange.stage("recognize", start);
        }
    }

    /** Who recognises a picture knows nothing of the address that it came by. */
    private static String field(RejectedException rejected, Submission sent) {
        boolean fetched = sent.uploadUrl() != null && rejected.field().equals("upload");
        return fetched ? "upload_url" : rejected.field();
    }

    private PictureAnswer answer(
            RecognitionOutcome outcome, Picture picture, ReadOptions asked, Instant received, Admitted admitted) {
        PlateReaderAnswer answer = new PlateReaderAnswer(
                Math.round(outcome.milliseconds().getOrDefault("total", 0.0) * 1000) / 1000.0,
                outcome.results(),
                texts.filename(received, picture),
                1,
                asked.cameraId(),
                texts.timestamp(asked.timestamp() == null ? received : asked.timestamp()),
                outcome.imageWidth(),
                outcome.imageHeight(),
                new Usage(admitted.calls(), admitted.max()),
                asked.request().detail() ? outcome.emptyReason() : null);
        return asked.request().vehicles() ? answer.withSightings(outcome.sightings()) : answer;
    }
}
