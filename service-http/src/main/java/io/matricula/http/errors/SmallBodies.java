package io.matricula.http.errors;

import io.matricula.contract.internal.RecognitionWire;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses large bodies where none belong: everywhere but where pictures go, which bounds them itself. A body must say its length, so
 * that nothing is read before.
 */
@ApplicationScoped
class SmallBodies {
    static final int LARGEST = 64 * 1024;
    /** After the exchange has begun, and so after {@code ExchangeRoute}. */
    private static final int SECOND = 900;

    void register(@Observes Filters filters) {
        filters.register(SmallBodies::check, SECOND);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (takesPictures(request.method(), context.normalizedPath())) {
            context.next();
        } else if (request.getHeader("Transfer-Encoding") != null) {
            context.fail(411);
        } else if (length(request) > LARGEST) {
            context.fail(413);
        } else {
            context.next();
        }
    }

    /** @param path as resources are found by it: in its raw form {@code /v1/plate-reader/../accounts} would pass for a place of pictures */
    private static boolean takesPictures(HttpMethod method, String path) {
        return path.startsWith("/v1/plate-reader")
                || path.startsWith(RecognitionWire.PATH)
                || path.startsWith("/v1/uploads/") && method.equals(HttpMethod.PUT);
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
