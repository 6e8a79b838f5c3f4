package io.matricula.webhook.send;

import io.matricula.service.address.AddressGuard;
import io.matricula.service.address.ForbiddenAddressException;
import io.matricula.service.address.WebAddress;
import io.matricula.service.webhook.AttemptResult;
import io.matricula.webhook.payload.Payload;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts a payload to a target: to addresses that the guard lets pass and no others, in bounded time, reading a bounded part of the
 * answer. Redirects are followed on the same host only, for every request carries secrets. Safe for concurrent use; blocks for as
 * long as a request takes.
 */
public final class TargetClient implements AutoCloseable {
    private static final Logger LOG = System.getLogger(TargetClient.class.getName());

    private final SendSettings settings;
    private final CloseableHttpClient client;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor deadlines;

    public TargetClient(SendSettings settings, AddressGuard guard, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        client = client(settings, guard);
        deadlines = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "webhook-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    private static CloseableHttpClient client(SendSettings settings, AddressGuard guard) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedNames(guard))
                .setMaxConnTotal(settings.connections())
                .setMaxConnPerRoute(settings.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connect()))
                        .setSocketTimeout(Timeout.of(settings.total()))
                        // Receivers close idle connections after a while; a request on one of those would fail.
                        .setTimeToLive(TimeValue.ofSeconds(30))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        // No redirects, cookies, credentials, retries or decompression behind our back: each would get round a bound.
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Matricula-Webhook/1")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** One attempt; a failure of any kind is a result, not an exception. */
    public AttemptResult send(URI target, Map<String, String> headers, Payload payload) {
        long start = System.nanoTime();
        long deadline = start + settings.total().toNanos();
        try {
            // Held to the rules anew: they may have become stricter since the target was taken.
            URI uri = WebAddress.parse(target.toString());
            for (int redirects = 0; redirects <= settings.redirects(); redirects++) {
                Answer answer = post(uri, headers, payload, deadline);
                if (answer.redirect() == null) {
                    return answer.result(since(start));
                }
                uri = SameHostRedirect.follow(uri, answer.redirect());
            }
            return failure("too many redirects", start);
        } catch (SameHostRedirect.RefusedException e) {
            return failure(String.valueOf(e.getMessage()), start);
        } catch (IOException e) {
            return failure(problem(e), start);
        } catch (IllegalArgumentException e) {
            return failure("the address is not taken", start);
        } catch (RuntimeException e) {
            // What a target makes the library throw must not look like a fault of ours.
            return failure("no proper HTTP answer", start);
        }
    }

    private Answer post(URI uri, Map<String, String> headers, Payload payload, long deadline) throws IOException {
        var request = new HttpPost(uri);
        headers.forEach(request::setHeader);
        request.setHeader("Content-Type", payload.contentType());
        request.setEntity(new ByteArrayEntity(payload.body(), null));
        var late = new AtomicBoolean();
        var cancel = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                deadline - System.nanoTime(),
                TimeUnit.NANOSECONDS);
        try {
            return answer(client.executeOpen(HttpHost.create(uri), request, null), request);
        } catch (IOException e) {
            throw late.get() ? new LateException() : e;
        } finally {
            cancel.cancel(false);
        }
    }

    private Answer answer(ClassicHttpResponse response, HttpPost request) throws IOException {
        Excerpt excerpt = null;
        try {
            excerpt = Excerpt.of(response.getEntity());
            return Answer.of(response, excerpt.text(), clock);
        } finally {
            if (excerpt == null || !excerpt.complete()) {
                // The library would read the rest before it closes; a target must not be able to keep us reading.
                request.cancel();
            }
            closeQuietly(response);
        }
    }

    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a connection was closed with an answer left unread", e);
        }
    }

    private AttemptResult failure(String problem, long start) {
        return new AttemptResult(null, since(start), "", problem, null);
    }

    private static Duration since(long start) {
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private String problem(IOException e) {
        if (e instanceof LateException) {
            return "no answer within " + settings.total().toSeconds() + " s";
        } else if (e instanceof ForbiddenAddressException) {
            return "the address is not public";
        } else if (e instanceof UnknownHostException) {
            return "the name can't be resolved";
        } else if (e instanceof ConnectTimeoutException) {
            return "no connection within " + settings.connect().toSeconds() + " s";
        } else if (e instanceof HttpHostConnectException) {
            return "no connection";
        }
        return e instanceof SSLException ? "no secure connection" : "the connection broke";
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    /** The time for a request is up. */
    private static final class LateException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
