package io.matricula.http.errors;

import io.matricula.http.exchange.Exchange;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts each refusal by its code, and names it in the request's log line. */
@ApplicationScoped
class Refusals {
    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    void note(ApiException refusal, RoutingContext context) {
        String code = refusal.error().name();
        Exchange.begun(context).ifPresent(exchange -> exchange.error(code));
        meters.counter("matricula.refusals", "code", code).increment();
    }
}
