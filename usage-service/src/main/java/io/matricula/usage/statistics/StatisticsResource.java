package io.matricula.usage.statistics;

import io.matricula.contract.CloudTime;
import io.matricula.contract.StatisticsAnswer;
import io.matricula.contract.StatisticsAnswer.PeriodCalls;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.service.access.Permission;
import io.matricula.service.account.Account;
import io.matricula.service.admission.Admission;
import io.matricula.service.usage.UsagePeriod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;

/** {@code GET /v1/statistics/}, with and without the last slash: the calls of the current period. Clients also use it to check a token. */
@Path("/v1/statistics")
public class StatisticsResource {
    private final CallerAuthentication callers;
    private final Admission admission;
    private final Clock clock;

    StatisticsResource(CallerAuthentication callers, Admission admission, Clock clock) {
        this.callers = callers;
        this.admission = admission;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public StatisticsAnswer statistics(@Context RoutingContext context) {
        Account account = callers.caller(context, Permission.SEE_USAGE).account();
        Instant now = clock.instant();
        var usage = admission.usageOf(account, now);
        UsagePeriod period = usage.period();
        return new StatisticsAnswer(
                new PeriodCalls(period.month(), usage.calls(), period.year(), CloudTime.seconds(period.resetsOn())),
                account.planAt(now).callsPerPeriod());
    }
}
