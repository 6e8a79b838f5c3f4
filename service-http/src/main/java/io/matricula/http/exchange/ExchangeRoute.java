package io.matricula.http.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stands before every resource: gives each request its id and CORS headers, and writes its log line when it is answered. */
@ApplicationScoped
class ExchangeRoute {
    private static final Logger LOG = Logger.getLogger("io.matricula.request");
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^A-Za-z0-9/._~%-]");
    private static final Set<String> PROBES = Set.of("/healthz", "/readyz", "/q/metrics");
    /** Where answers hold secrets, or what only some members may see. */
    private static final List<String> SECRETIVE =
            List.of("/v1/accounts", "/v1/sessions", "/v1/tokens", "/v1/uploads", "/v1/webhooks");
    /** How long a refused client may go on sending. */
    private static final long GRACE_MILLIS = 10_000;

    private static final int FIRST = 1000;
    private static final int LONGEST_PATH = 80;

    private final MeterRegistry meters;

    /** Not a seeded one: functions that AWS thaws from the same snapshot would give the same ids. */
    private final SecureRandom random = new SecureRandom();

    private final Map<String, Timer> stages = new ConcurrentHashMap<>();

    ExchangeRoute(MeterRegistry meters) {
        this.meters = meters;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    private void begin(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        Exchange exchange =
                new Exchange(requestId(context.request().getHeader("X-Request-Id")), accept == null ? "" : accept);
        exchange.attachTo(context);
        HttpServerResponse response = context.response();
        response.putHeader("X-Request-Id", exchange.requestId());
        response.putHeader("X-Content-Type-Options", "nosniff");
        // As resources are found by it, so that //v1/tokens is a secret, too.
        String path = context.normalizedPath();
        if (SECRETIVE.stream().anyMatch(path::startsWith)) {
            response.putHeader("Cache-Control", "no-store");
        }
        if (path.startsWith("/v1/plate-reader")) {
            allowAllOrigins(response);
        }
        // Clients that ask for text/html get JSON all the same: a 406 would help nobody. Where there is a choice, the
        // exchange knows.
        context.request().headers().remove("Accept");
        context.addEndHandler(done -> end(context, exchange));
        context.next();
    }

    private String requestId(@Nullable String sent) {
        return sent != null && SANE_ID.matcher(sent).matches()
                ? sent
                : Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    }

    private static void allowAllOrigins(HttpServerResponse response) {
        response.putHeader("Access-Control-Allow-Origin", "*");
        response.putHeader(
                "Access-Control-Expose-Headers",
                "X-Request-Id, Warning, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, "
                        + "Idempotent-Replayed");
    }

    private void end(RoutingContext context, Exchange exchange) {
        exchange.milliseconds().forEach((stage, took) -> timer(stage).record(Duration.ofNanos((long) (took * 1e6))));
        discardRest(context);
        Logger.Level level = PROBES.contains(context.request().path()) ? Logger.Level.DEBUG : Logger.Level.INFO;
        if (LOG.isEnabled(level)) {
            LOG.log(level, line(context, exchange));
        }
    }

    private static String line(RoutingContext context, Exchange exchange) {
        return context.request().method() + " " + printable(context.request().path()) + " status="
                + status(context.response()) + exchange.line();
    }

    /** Of a client that was gone before its answer there is none to tell. */
    private static String status(HttpServerResponse response) {
        return response.headWritten() ? String.valueOf(response.getStatusCode()) : "-";
    }

    /**
     * Lets go of a body that nobody read, because the request was refused before: kept back it would block the connection, and a
     * client that is still sending could not read its answer.
     */
    private static void discardRest(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        try {
            request.handler(discarded -> {});
            request.resume();
        } catch (IllegalStateException e) {
            return; // Its end has come in just now.
        }
        context.vertx().setTimer(GRACE_MILLIS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }

    private Timer timer(String stage) {
        return stages.computeIfAbsent(
                stage,
                name -> Timer.builder("matricula.stage").tag("stage", name).register(meters));
    }

    private static String printable(@Nullable String path) {
        if (path == null) {
            return "-";
        }
        String clean = UNPRINTABLE.matcher(path).replaceAll("?");
        return clean.length() > LONGEST_PATH ? clean.substring(0, LONGEST_PATH) : clean;
    }
}
