package io.matricula.http.exchange;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request while it is served, for its log line. Handed from thread to thread with the request, never used by
 * two at once. Holds no token and no plate.
 */
public final class Exchange {
    private static final String KEY = Exchange.class.getName();

    private final String requestId;
    private final String accept;
    private final long startNanos = System.nanoTime();
    private final Map<String, Double> milliseconds = new LinkedHashMap<>();
    private @Nullable String account;
    private @Nullable String error;
    private long bytes;
    private int results = -1;

    /** @param accept the header of that name, empty without one */
    Exchange(String requestId, String accept) {
        this.requestId = requestId;
        this.accept = accept;
    }

    /** Of work that no request waits for. */
    public static Exchange ofJob(String id, String account) {
        var exchange = new Exchange(id, "");
        exchange.account(account);
        return exchange;
    }

    /** The exchange of a request that came through {@link ExchangeRoute}. */
    public static Exchange of(RoutingContext context) {
        return begun(context)
                .orElseThrow(() -> new IllegalStateException("the request did not come through the exchange route"));
    }

    /** The same of a request that may have failed before it came so far. */
    public static Optional<Exchange> begun(RoutingContext context) {
        return Optional.ofNullable(context.<Exchange>get(KEY));
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    public String requestId() {
        return requestId;
    }

    /** Whether the client names a media type, such as {@code text/csv}, as one that it takes. */
    public boolean accepts(String mediaType) {
        return Stream.of(accept.split(",", 20))
                .map(taken -> taken.split(";", 2)[0].strip())
                .anyMatch(mediaType::equalsIgnoreCase);
    }

    /** Names the account that calls. */
    public void account(String id) {
        account = id;
    }

    /** Names the error by its stable code. */
    public void error(String code) {
        error = code;
    }

    /** Bytes of the body as it came. */
    public void bytes(long count) {
        bytes = count;
    }

    public void results(int count) {
        results = count;
    }

    /** Adds the time that a stage took since a {@link System#nanoTime}. */
    public void stage(String name, long sinceNanos) {
        stage(name, (System.nanoTime() - sinceNanos) / 1e6);
    }

    public void stage(String name, double took) {
        milliseconds.merge(name, took, Double::sum);
    }

    Map<String, Double> milliseconds() {
        return milliseconds;
    }

    /** The log line's part after method, path and status: {@code key=value} pairs. */
    public String line() {
        var line = new StringBuilder(200);
        line.append(" request=").append(requestId);
        line.append(" account=").append(account == null ? "-" : account);
        if (error != null) {
            line.append(" error=").append(error);
        }
        line.append(" bytes=").append(bytes);
        if (results >= 0) {
            line.append(" results=").append(results);
        }
        line.append(" ms=").append(rounded((System.nanoTime() - startNanos) / 1e6));
        milliseconds.forEach(
                (stage, took) -> line.append(' ').append(stage).append("_ms=").append(rounded(took)));
        return line.toString();
    }

    private static double rounded(double milliseconds) {
        return Math.round(milliseconds * 1000) / 1000.0;
    }
}
