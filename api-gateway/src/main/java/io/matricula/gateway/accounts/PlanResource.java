package io.matricula.gateway.accounts;

import io.matricula.contract.CloudTime;
import io.matricula.contract.account.PlanAnswer;
import io.matricula.contract.account.PlanRequest;
import io.matricula.contract.account.PlannedPlan;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.account.Account;
import io.matricula.service.account.PlanChange;
import io.matricula.service.subscription.Subscriptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The account's plan, and those on offer. */
@Path("/v1/accounts/me/plan")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {
    private final CallerAuthentication callers;
    private final Subscriptions subscriptions;
    private final Clock clock;

    PlanResource(CallerAuthentication callers, Subscriptions subscriptions, Clock clock) {
        this.callers = callers;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @GET
    public PlanAnswer plan(@Context RoutingContext context) {
        return answer(callers.caller(context, Permission.SEE_ACCOUNT).account());
    }

    @PUT
    public PlanAnswer change(@Nullable PlanRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.CHANGE_PLAN);
        String plan = Fields.required("plan", Fields.body(request).plan());
        return answer(subscriptions.change(caller, plan, ClientAddress.of(context)));
    }

    private PlanAnswer answer(Account account) {
        Instant now = clock.instant();
        PlanChange planned = account.planned();
        PlannedPlan later = planned == null || !planned.from().isAfter(now)
                ? null
                : new PlannedPlan(Answers.of(planned.plan()), CloudTime.seconds(planned.from()));
        return new PlanAnswer(
                Answers.of(account.planAt(now)),
                later,
                subscriptions.offers().stream().map(Answers::of).toList());
    }
}
