package io.matricula.gateway.installations;

import io.matricula.contract.ApiError;
import io.matricula.contract.SdkWebhooksAnswer;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.errors.ApiException;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.report.KnownLicences;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code GET /v1/sdk-webhooks/{license}/}: where an installation sends its webhooks. Installers ask it whether a licence is known; 404
 * says that it is not, 403 that the token is no good.
 */
@Path("/v1/sdk-webhooks/{license}")
public class SdkWebhooksResource {
    private final CallerAuthentication callers;
    private final KnownLicences licences;

    SdkWebhooksResource(CallerAuthentication callers, KnownLicences licences) {
        this.callers = callers;
        this.licences = licences;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public SdkWebhooksAnswer webhooks(@PathParam("license") String license, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_USAGE);
        return licences.webhooksOf(caller.account().id(), license)
                .map(SdkWebhooksAnswer::new)
                .orElseThrow(() -> ApiException.of(ApiError.NOT_FOUND));
    }
}
