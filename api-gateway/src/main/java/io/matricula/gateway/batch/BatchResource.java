package io.matricula.gateway.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.ApiError;
import io.matricula.contract.BatchAnswer;
import io.matricula.contract.BatchResult;
import io.matricula.gateway.picture.BatchIntake;
import io.matricula.gateway.platereader.BoundCamera;
import io.matricula.gateway.platereader.RepeatedReading;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.job.BatchDraft;
import io.matricula.reading.job.BatchReading;
import io.matricula.reading.picture.Submission;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.account.AccountId;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/plate-reader/batch}: many pictures at once, their progress, their results, and an end to those that still wait. */
@Path("/v1/plate-reader/batch")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {
    private static final String JSON_LINES = "application/x-ndjson";

    private final CallerAuthentication callers;
    private final BatchIntake intake;
    private final BatchReading batches;
    private final RepeatedReading repeated;
    private final ObjectMapper json;

    BatchResource(
            CallerAuthentication callers,
            BatchIntake intake,
            BatchReading batches,
            RepeatedReading repeated,
            ObjectMapper json) {
        this.callers = callers;
        this.intake = intake;
        this.batches = batches;
        this.repeated = repeated;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response create(
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream sent,
            @Context UriInfo address,
            @Context RoutingContext context)
            throws IOException {
        Exchange exchange = Exchange.of(context);
        Caller caller = callers.caller(context, Permission.READ_PLATES);
        try (var body = intake.take(sent)) {
            exchange.bytes(Files.size(body.file()));
            var asked = new Asked(caller, body, contentType, new LinkedHashMap<>(address.getQueryParameters()));
            return repeated.answer(
                    caller.account(), key, body.digest() + asked.fields(), () -> accepted(asked, exchange));
        }
    }

    /**
     * What a request asks for.
     *
     * @param fields of the address, which hold for all pictures
     */
    private record Asked(
            Caller caller, BatchIntake.Body body, @Nullable String contentType, Map<String, List<String>> fields) {}

    private Response accepted(Asked asked, Exchange exchange) {
        BatchDraft draft = batches.begin(asked.caller().account());
        boolean accepted = false;
        try {
            Map<String, List<String>> common = new LinkedHashMap<>(asked.fields());
            common.putAll(intake.pictures(asked.body(), asked.contentType(), draft));
            BatchAnswer batch =
                    batches.accept(asked.caller().account(), draft, held(common, asked.caller(), draft), exchange);
            accepted = true;
            return Response.accepted(batch)
                    .header("Location", batch.url())
                    .header("Retry-After", 1)
                    .build();
        } finally {
            if (!accepted) {
                draft.discard();
            }
        }
    }

    /** The fields as the caller may send them; the token of one camera sends pictures of that alone. */
    private static Map<String, List<String>> held(Map<String, List<String>> common, Caller caller, BatchDraft draft) {
        draft.fields().forEach(own -> BoundCamera.applied(new Submission(null, null, own), caller));
        return BoundCamera.applied(new Submission(null, null, common), caller).fields();
    }

    @GET
    @Path("{id}")
    public Response find(@PathParam("id") String id, @Context RoutingContext context) {
        return told(batches.find(account(context), id));
    }

    @DELETE
    @Path("{id}")
    public Response cancel(@PathParam("id") String id, @Context RoutingContext context) {
        return told(batches.cancel(account(context), id));
    }

    private static Response told(Optional<BatchAnswer> found) {
        BatchAnswer batch = found.orElseThrow(() -> ApiException.of(ApiError.NOT_FOUND));
        var response = Response.ok(batch).header("Cache-Control", "no-store");
        return batch.queued() > 0 ? response.header("Retry-After", 1).build() : response.build();
    }

    @GET
    @Path("{id}/results")
    public Response results(@PathParam("id") String id, @Context RoutingContext context) {
        AccountId account = account(context);
        List<BatchResult> first = batches.results(account, id, 0);
        if (first.isEmpty()) {
            throw ApiException.of(ApiError.NOT_FOUND);
        }
        StreamingOutput lines = out -> write(account, id, first, out);
        return Response.ok(lines, JSON_LINES)
                .header("Cache-Control", "no-store")
                .build();
    }

    private void write(AccountId account, String id, List<BatchResult> first, OutputStream out) throws IOException {
        int written = 0;
        for (List<BatchResult> page = first; !page.isEmpty(); page = batches.results(account, id, written)) {
            for (BatchResult result : page) {
                out.write(json.writeValueAsBytes(result));
                out.write('\n');
            }
            written += page.size();
        }
    }

    private AccountId account(RoutingContext context) {
        return callers.caller(context, Permission.READ_PLATES).account().id();
    }
}
