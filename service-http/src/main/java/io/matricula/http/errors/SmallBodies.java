package io.matricula.http.errors;

import io.matricula.contract.internal.RecognitionWire;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Refuses large bodies where none belong: everywhere but where pictures go, which bounds them itself. A body must say its length, so
 * that nothing is read before.
 */
@ApplicationScoped
class SmallBodies {
    static final int LARGEST = 64 * 1024;
    /** After the exchange has begun, and so after {@code ExchangeRoute}. */
    private static final int SECOND = 900;

    private static final List<String> PICTURES = List.of("/v1/plate-reader", "/v1/uploads/", RecognitionWire.PATH);

    void register(@Observes Filters filters) {
        filters.register(SmallBodies::check, SECOND);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String path = String.valueOf(request.path());
        if (PICTURES.stream().anyMatch(path::startsWith)) {
            context.next();
        } else if (request.getHeader("Transfer-Encoding") != null) {
            context.fail(411);
        } else if (length(request) > LARGEST) {
            context.fail(413);
        } else {
            context.next();
        }
    }

    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
