package io.matricula.usage.statistics;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code GET /v1/statistics/daily.csv}: calls by day as a table, for who can't set a header. */
@Path("/v1/statistics/daily.csv")
public class DailyTableResource {
    private final DailyUsage usage;

    DailyTableResource(DailyUsage usage) {
        this.usage = usage;
    }

    @GET
    public Response table(@BeanParam DaysAsked asked, @Context RoutingContext context) {
        return DailyUsage.csv(usage.find(asked, context));
    }
}
