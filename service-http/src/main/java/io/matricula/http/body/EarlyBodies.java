package io.matricula.http.body;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Begins to take bodies with pictures off their connections while another thread finds out who calls: that one then has most of the body, and need
 * not wake the connection's thread for it. Bounded, for nobody knows yet whether the caller may send anything: of few requests at a time, and of as many bytes as
 * the server reads ahead of a request anyhow. All other bodies are taken when somebody asks for them.
 */
@ApplicationScoped
class EarlyBodies {
    static final int LARGEST = 512 * 1024;
    static final int MOST = 32;

    private static final String KEY = EarlyBodies.class.getName();
    private static final Set<String> PATHS = Set.of("/v1/plate-reader", "/v1/plate-reader/");
    /** After all that may refuse a request for its head. */
    private static final int LAST = 100;

    private final Semaphore free = new Semaphore(MOST);

    void register(@Observes Filters filters) {
        filters.register(this::begin, LAST);
    }

    void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        int length = length(request);
        if (length > 0 && takesPictures(context) && !waitsToBeTold(request) && free.tryAcquire()) {
            context.addEndHandler(done -> free.release());
            var body = IncomingBody.ofLength(length);
            context.put(KEY, body);
            // Later than what follows here, for a resource's request is held back until it is handed to its thread.
            Vertx.currentContext().runOnContext(handedOn -> body.takeFrom(request));
        }
        context.next();
    }

    /** The body of a request, if it was begun here. */
    static @Nullable IncomingBody begun(RoutingContext context) {
        return context.get(KEY);
    }

    private static boolean takesPictures(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST) && PATHS.contains(context.normalizedPath());
    }

    /** Whose caller is to be known before the body is asked for. */
    private static boolean waitsToBeTold(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.EXPECT);
    }

    /** As announced; 0 if it was not, or is too large. */
    private static int length(HttpServerRequest request) {
        String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            long length = announced == null ? 0 : Long.parseLong(announced);
            return length > LARGEST ? 0 : (int) length;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
