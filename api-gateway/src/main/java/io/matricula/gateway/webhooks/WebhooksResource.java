package io.matricula.gateway.webhooks;

import io.matricula.contract.ApiError;
import io.matricula.contract.DeadLettersAnswer;
import io.matricula.contract.DeliveriesAnswer;
import io.matricula.contract.EventAnswer;
import io.matricula.contract.RedriveAnswer;
import io.matricula.contract.WebhookAnswer;
import io.matricula.contract.WebhooksAnswer;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.ApiException;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.account.AccountId;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.service.webhook.admin.WebhookAdmin;
import io.matricula.service.webhook.admin.WebhookLimitException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /v1/webhooks/}: an account's webhooks. Every query is bound to the account that calls; another's webhook is not found. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class WebhooksResource {
    private final CallerAuthentication callers;
    private final WebhookAdmin webhooks;
    private final WebhookForm form;
    private final AuditTrail audit;

    WebhooksResource(CallerAuthentication callers, WebhookAdmin webhooks, WebhookForm form, AuditTrail audit) {
        this.callers = callers;
        this.webhooks = webhooks;
        this.form = form;
        this.audit = audit;
    }

    @GET
    public WebhooksAnswer list(@Context RoutingContext context) {
        return new WebhooksAnswer(webhooks.list(owner(context)).stream()
                .map(WebhookMapper::answer)
                .toList());
    }

    @POST
    public Response create(InputStream body, @Context RoutingContext context) {
        Caller caller = caller(context);
        WebhookSettings settings = form.create(body);
        try {
            Webhook webhook = webhooks.create(caller.account().id(), settings);
            record(caller, AuditAction.WEBHOOK_CREATED, webhook.id(), context);
            return Response.status(Response.Status.CREATED)
                    .entity(WebhookMapper.withSecret(webhook))
                    .build();
        } catch (WebhookLimitException e) {
            throw ApiException.field("target", "An account has " + e.getMessage() + ".");
        }
    }

    @GET
    @Path("{id}")
    public WebhookAnswer find(@PathParam("id") String id, @Context RoutingContext context) {
        AccountId owner = owner(context);
        return WebhookMapper.answer(webhooks.find(owner, webhookId(id)).orElseThrow(notFound()));
    }

    @PATCH
    @Path("{id}")
    public WebhookAnswer change(@PathParam("id") String id, InputStream body, @Context RoutingContext context) {
        Caller caller = caller(context);
        var change = form.change(body);
        Webhook webhook =
                webhooks.change(caller.account().id(), webhookId(id), change).orElseThrow(notFound());
        record(caller, AuditAction.WEBHOOK_CHANGED, id, context);
        return WebhookMapper.answer(webhook);
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id, @Context RoutingContext context) {
        Caller caller = caller(context);
        if (!webhooks.remove(caller.account().id(), webhookId(id))) {
            throw notFound().get();
        }
        record(caller, AuditAction.WEBHOOK_DELETED, id, context);
    }

    @POST
    @Path("{id}/test")
    public Response test(@PathParam("id") String id, @Context RoutingContext context) {
        AccountId owner = owner(context);
        EventId event = webhooks.test(owner, webhookId(id)).orElseThrow(notFound());
        return Response.accepted(new EventAnswer(event.value())).build();
    }

    @POST
    @Path("{id}/rotate-secret")
    public WebhookAnswer rotateSecret(@PathParam("id") String id, @Context RoutingContext context) {
        Caller caller = caller(context);
        Webhook webhook =
                webhooks.rotateSecret(caller.account().id(), webhookId(id)).orElseThrow(notFound());
        record(caller, AuditAction.WEBHOOK_SECRET_ROTATED, id, context);
        return WebhookMapper.withSecret(webhook);
    }

    @GET
    @Path("{id}/deliveries")
    public DeliveriesAnswer deliveries(
            @PathParam("id") String id,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @Nullable String limit,
            @Context RoutingContext context) {
        AccountId owner = owner(context);
        return new DeliveriesAnswer(
                webhooks
                        .attempts(owner, webhookId(id), Page.before(before), Page.limit(limit))
                        .orElseThrow(notFound())
                        .stream()
                        .map(WebhookMapper::answer)
                        .toList());
    }

    @POST
    @Path("{id}/deliveries/{event}/redeliver")
    public Response redeliver(
            @PathParam("id") String id, @PathParam("event") String event, @Context RoutingContext context) {
        AccountId owner = owner(context);
        EventId named = eventId(event);
        if (!webhooks.redeliver(owner, webhookId(id), named)) {
            throw notFound().get();
        }
        return Response.accepted(new EventAnswer(named.value())).build();
    }

    @GET
    @Path("{id}/dead-letters")
    public DeadLettersAnswer deadLetters(
            @PathParam("id") String id, @QueryParam("limit") @Nullable String limit, @Context RoutingContext context) {
        AccountId owner = owner(context);
        return new DeadLettersAnswer(
                webhooks.deadLetters(owner, webhookId(id), Page.limit(limit)).orElseThrow(notFound()).stream()
                        .map(WebhookMapper::answer)
                        .toList());
    }

    @POST
    @Path("{id}/redrive")
    public Response redrive(@PathParam("id") String id, @Context RoutingContext context) {
        AccountId owner = owner(context);
        int redriven = webhooks.redrive(owner, webhookId(id)).orElseThrow(notFound());
        return Response.accepted(new RedriveAnswer(redriven)).build();
    }

    private Caller caller(RoutingContext context) {
        return callers.caller(context, Permission.MANAGE_WEBHOOKS);
    }

    private AccountId owner(RoutingContext context) {
        return caller(context).account().id();
    }

    private void record(Caller caller, AuditAction action, Object id, RoutingContext context) {
        By by = By.of(caller, ClientAddress.of(context));
        audit.record(caller.account().id(), by, action, "webhook " + id);
    }

    /** What is no number is as little there as a number that nobody has. */
    private static WebhookId webhookId(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw notFound().get();
        }
        return new WebhookId(Integer.parseInt(text));
    }

    private static EventId eventId(String text) {
        try {
            return new EventId(text);
        } catch (IllegalArgumentException e) {
            throw notFound().get();
        }
    }

    private static Supplier<ApiException> notFound() {
        return () -> ApiException.of(ApiError.NOT_FOUND);
    }
}
