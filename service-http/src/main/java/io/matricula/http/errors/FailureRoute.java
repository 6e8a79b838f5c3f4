package io.matricula.http.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.ApiError;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Answers what fails in a route before any resource is reached. What is no HTTP at all never comes here: the server ends it without a body. */
@ApplicationScoped
class FailureRoute {
    private static final Logger LOG = Logger.getLogger(FailureRoute.class);

    private final Refusals refusals;
    private final ObjectMapper json;

    FailureRoute(Refusals refusals, ObjectMapper json) {
        this.refusals = refusals;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
    }

    private void fail(RoutingContext context) {
        if (context.response().headWritten()) {
            context.response().close();
            return;
        }
        int status = context.statusCode();
        if (status >= 500 || status < 400) {
            LOG.errorf(context.failure(), "request failed before it reached a resource");
        }
        ApiException refusal = ErrorMapper.ofStatus(status < 400 ? 500 : status, context);
        refusals.note(refusal, context);
        context.response()
                .setStatusCode(refusal.error().status())
                .putHeader("Content-Type", "application/json")
                .end(body(refusal));
    }

    private Buffer body(ApiException refusal) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(refusal.answer()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(ApiError.INTERNAL.name(), e);
        }
    }
}
