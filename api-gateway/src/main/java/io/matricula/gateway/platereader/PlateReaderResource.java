package io.matricula.gateway.platereader;

import io.matricula.contract.JobAnswer;
import io.matricula.gateway.picture.PictureIntake;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.errors.QuotaHeaders;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.call.PlateReading;
import io.matricula.reading.config.AnswerForm;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.job.LaterReading;
import io.matricula.reading.picture.Submission;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.account.Account;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/plate-reader/}, with and without the last slash: a picture in, its plates out. */
@Path("/v1/plate-reader")
public class PlateReaderResource {
    private final CallerAuthentication callers;
    private final PictureIntake intake;
    private final PlateReading reading;
    private final LaterReading later;
    private final RepeatedReading repeated;
    private final AnswerForm form;

    PlateReaderResource(
            CallerAuthentication callers,
            PictureIntake intake,
            PlateReading reading,
            LaterReading later,
            RepeatedReading repeated,
            ReadingConfig config) {
        this.callers = callers;
        this.intake = intake;
        this.reading = reading;
        this.later = later;
        this.repeated = repeated;
        this.form = config.answer().form();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response read(
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Content-Length") @Nullable Long length,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Prefer") @Nullable String prefer,
            @Context RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        Caller caller = callers.caller(context, Permission.READ_PLATES);
        Account account = caller.account();
        long start = System.nanoTime();
        try (var taken = intake.take(context, length == null ? -1 : length)) {
            exchange.bytes(taken.bytes().length);
            exchange.stage("receive", start);
            if (taken.bytes().length == 0 && form == AnswerForm.SDK) {
                // Snapshot: the SDK's manager posts nothing, and takes any good answer for a sign of life.
                return Response.ok(reading.nothing(account)).build();
            }
            Submission sent = BoundCamera.applied(intake.submission(taken.bytes(), contentType), caller);
            exchange.stage("intake", start);
            return repeated.answer(account, key, sent, () -> work(account, sent, Preference.of(prefer), exchange));
        }
    }

    private Response work(Account account, Submission sent, Preference preference, Exchange exchange) {
        return switch (preference) {
            case NOW -> answer(reading.read(account, sent, exchange));
            case LATER -> accepted(later.accept(account, sent, exchange));
            case LATER_IF_BUSY -> answer(later.readOrAccept(account, sent, exchange));
        };
    }

    private Response answer(LaterReading.Outcome outcome) {
        if (outcome instanceof LaterReading.Outcome.Read read) {
            return answer(read.result());
        }
        return accepted(((LaterReading.Outcome.Queued) outcome).job());
    }

    private Response answer(PlateReading.Result result) {
        var response = Response.status(form.status()).entity(result.answer());
        QuotaHeaders.of(result.admitted().quota()).forEach(response::header);
        result.warnings().forEach(warning -> response.header("Warning", warning));
        return response.build();
    }

    private static Response accepted(JobAnswer job) {
        return Response.accepted(job)
                .header("Location", job.url())
                .header("Preference-Applied", "respond-async")
                .header("Retry-After", 1)
                .build();
    }

    /** Tells browsers what pages of any origin may send. */
    @OPTIONS
    public Response preflight() {
        return Response.noContent()
                .header("Allow", "POST, OPTIONS")
                .header("Access-Control-Allow-Methods", "POST, OPTIONS")
                .header(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Idempotency-Key, Prefer, X-Request-Id, X-Requested-With")
                .header("Access-Control-Max-Age", "86400")
                .build();
    }
}
