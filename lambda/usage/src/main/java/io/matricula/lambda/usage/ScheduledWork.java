package io.matricula.lambda.usage;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.matricula.usage.notice.QuotaMails;
import io.matricula.usage.rollover.PlanRollOver;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jboss.logging.Logger;

/**
 * The work that nobody asks for. A schedule of EventBridge calls it with the constant event {@code scheduled-event.json}, which looks
 * like one of the HTTP API but for the name of the API: AWS sets that, so that nobody can call this from outside.
 */
@Path("/scheduled-work")
public class ScheduledWork {
    private static final Logger LOG = Logger.getLogger(ScheduledWork.class);
    private static final String SCHEDULE = "matricula-schedule";

    private final PlanRollOver plans;
    private final QuotaMails mails;

    ScheduledWork(PlanRollOver plans, QuotaMails mails) {
        this.plans = plans;
        this.mails = mails;
    }

    @POST
    public void run(@Context APIGatewayV2HTTPEvent event) {
        if (!SCHEDULE.equals(event.getRequestContext().getApiId())) {
            throw new NotFoundException();
        }
        int changed = plans.run();
        int sent = mails.run();
        LOG.infof("plans-changed=%d mails-sent=%d", changed, sent);
    }
}
