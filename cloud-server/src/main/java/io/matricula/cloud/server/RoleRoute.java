package io.matricula.cloud.server;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/** Lets a process serve the routes of its role; all tell whether they are well. */
@ApplicationScoped
class RoleRoute {
    /** After the exchange has begun, so that also a refusal has its id and its log line. */
    private static final int AFTER_EXCHANGE = 900;

    private static final List<String> OF_ALL = List.of("/healthz", "/readyz", "/q");
    private static final List<String> OF_USAGE = List.of("/v1/statistics");

    private final Set<Role> roles;

    RoleRoute(ServerConfig config) {
        this.roles = config.role();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_EXCHANGE);
    }

    private void check(RoutingContext context) {
        if (isServed(context.normalizedPath())) {
            context.next();
        } else {
            context.fail(404);
        }
    }

    boolean isServed(String path) {
        return isBelow(OF_ALL, path) || roles.contains(isBelow(OF_USAGE, path) ? Role.USAGE : Role.GATEWAY);
    }

    private static boolean isBelow(List<String> places, String path) {
        return places.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }
}
