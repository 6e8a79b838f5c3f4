package io.matricula.usage.statistics;

import io.matricula.contract.DailyStatisticsAnswer;
import io.matricula.http.exchange.Exchange;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code GET /v1/statistics/daily}, with and without the last slash: calls by day, as a table for who asks for {@code text/csv}. */
@Path("/v1/statistics/daily")
public class DailyStatisticsResource {
    private final DailyUsage usage;

    DailyStatisticsResource(DailyUsage usage) {
        this.usage = usage;
    }

    @GET
    public Response daily(@BeanParam DaysAsked asked, @Context RoutingContext context) {
        DailyStatisticsAnswer answer = usage.find(asked, context);
        return Exchange.of(context).accepts("text/csv") ? DailyUsage.csv(answer) : DailyUsage.json(answer);
    }
}
