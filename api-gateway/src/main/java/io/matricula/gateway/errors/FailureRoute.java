package io.matricula.gateway.errors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.ApiError;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Answers what fails before any resource is reached, such as an address that can't be decoded. */
@ApplicationScoped
class FailureRoute {
    private static final Logger LOG = Logger.getLogger(FailureRoute.class);

    private final ObjectMapper json;

    FailureRoute(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::fail);
        // An address that can't be decoded matches no route at all.
        router.errorHandler(400, this::fail);
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
