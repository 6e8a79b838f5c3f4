package io.matricula.http.errors;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Refuses long addresses and headers, and matrix parameters: no route has them, but resources are found without them, and so behind the
 * back of all rules that go by the path. The server's own limits ({@code quarkus.http.limits.*}, which this module raises) end a request without a
 * body; below them a client gets JSON as with every other refusal.
 */
@ApplicationScoped
class SmallHeads {
    static final int LONGEST_ADDRESS = 4096;
    static final int LARGEST_HEADERS = 20 * 1024;
    /** After the exchange has begun, and so after {@code ExchangeRoute}. */
    private static final int SECOND = 950;
    /** Of a header's line beside name and value: colon, blank, end of the line. */
    private static final int PUNCTUATION = 4;

    void register(@Observes Filters filters) {
        filters.register(SmallHeads::check, SECOND);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().length() > LONGEST_ADDRESS) {
            context.fail(414);
        } else if (context.normalizedPath().indexOf(';') >= 0) {
            context.fail(404);
        } else if (size(request) > LARGEST_HEADERS) {
            context.fail(431);
        } else {
            context.next();
        }
    }

    private static long size(HttpServerRequest request) {
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + PUNCTUATION;
        }
        return size;
    }
}
