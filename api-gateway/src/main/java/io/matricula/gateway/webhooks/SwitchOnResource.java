package io.matricula.gateway.webhooks;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.admin.SwitchOnLink;
import io.matricula.service.webhook.admin.WebhookAdmin;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/webhooks/switch-on/}: where the link of a mail leads that says that a webhook was switched off. The signature in the
 * link is all that is asked for. GET shows a button and changes nothing, for mail programs follow links before people do.
 */
@Path("/v1/webhooks/switch-on")
@Consumes(MediaType.WILDCARD)
public class SwitchOnResource {
    private final WebhookAdmin webhooks;

    SwitchOnResource(WebhookAdmin webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response ask(@QueryParam("link") @Nullable String link) {
        Webhook webhook = webhooks.switchedOff(parse(link)).orElseThrow(SwitchOnResource::notFound);
        return page("""
                <p>The webhook %s was switched off because its target kept failing.</p>
                <form method="post"><button>Switch it on</button></form>""".formatted(webhook.id()));
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response switchOn(@QueryParam("link") @Nullable String link) {
        Webhook webhook = webhooks.switchOn(parse(link)).orElseThrow(SwitchOnResource::notFound);
        return page("<p>The webhook %s is switched on.</p>".formatted(webhook.id()));
    }

    private static Response page(String content) {
        return Response.ok("<!doctype html><meta charset=\"utf-8\"><title>Matricula</title>\n" + content + "\n")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }

    private static SwitchOnLink parse(@Nullable String link) {
        return SwitchOnLink.parse(link == null ? "" : link).orElseThrow(SwitchOnResource::notFound);
    }

    private static ApiException notFound() {
        return ApiException.of(ApiError.NOT_FOUND);
    }
}
