package io.matricula.gateway.platereader;

import io.matricula.contract.ApiError;
import io.matricula.contract.JobAnswer;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.job.LaterReading;
import io.matricula.service.access.Permission;
import io.matricula.service.account.Account;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code GET /v1/plate-reader/jobs/{id}}: what has become of a picture that is read later. */
@Path("/v1/plate-reader/jobs")
public class JobResource {
    private final CallerAuthentication callers;
    private final LaterReading later;

    JobResource(CallerAuthentication callers, LaterReading later) {
        this.callers = callers;
        this.later = later;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response find(@PathParam("id") String id, @Context RoutingContext context) {
        Account account = callers.caller(context, Permission.READ_PLATES).account();
        JobAnswer answer = later.find(account.id(), id).orElseThrow(() -> ApiException.of(ApiError.NOT_FOUND));
        var response = Response.ok(answer).header("Cache-Control", "no-store");
        return answer.answer() == null ? response.header("Retry-After", 1).build() : response.build();
    }
}
