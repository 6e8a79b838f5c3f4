package io.matricula.reading.fetch;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.Pictures;
import io.matricula.service.address.AddressGuard;
import io.matricula.service.address.ForbiddenAddressException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Fetches pictures from the addresses that clients name: over http and https, from public hosts only, in bounded time and size. */
@ApplicationScoped
public class PictureFetcher {
    private static final String FIELD = "upload_url";
    private static final String FAILED = "The image could not be fetched.";

    private static final int CONNECTIONS = 64;

    private final ReadingConfig.UploadUrl config;
    private final int maxSize;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "fetch-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    PictureFetcher(ReadingConfig settings) {
        config = settings.uploadUrl();
        maxSize = (int)
                Math.min(Integer.MAX_VALUE - 8, settings.picture().maxSize().asLongValue());
        client = client(AddressGuard.ofSystem(config.allowPrivate()), config.timeout());
    }

    private static CloseableHttpClient client(AddressGuard guard, Duration timeout) {
        Timeout patience = Timeout.of(timeout);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new GuardedNames(guard))
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(8)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .build();
        // No redirects, cookies, credentials, retries or decompression behind our back: each would get round a check.
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent("Matricula")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    /** The picture at an address; refused, with the field's name, if the address is not allowed or brings no picture. */
    public Picture fetch(String address) {
        long deadline = System.nanoTime() + config.timeout().toNanos();
        try {
            URI uri = FetchAddress.parse(address);
            for (int redirects = 0; redirects <= config.maxRedirects(); redirects++) {
                Step step = get(uri, deadline);
                if (step.body() != null) {
                    return Pictures.checked(FIELD, step.body(), FetchAddress.fileName(uri), maxSize);
                }
                uri = FetchAddress.redirect(uri, step.location());
            }
            throw ApiException.field(FIELD, "Too many redirects.");
        } catch (ForbiddenAddressException e) {
            throw ApiException.field(FIELD, "This address is not allowed.");
        } catch (IOException | IllegalStateException e) {
            // One text for all: what exactly failed would tell about hosts and ports behind us.
            throw ApiException.field(FIELD, FAILED);
        }
    }

    private Step get(URI uri, long deadline) throws IOException {
        HttpGet request = new HttpGet(uri);
        var cancel = deadlines.schedule(request::cancel, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        try {
            return client.execute(request, this::step);
        } finally {
            cancel.cancel(false);
        }
    }

    private Step step(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        HttpEntity entity = response.getEntity();
        if (status == 200 && entity != null) {
            return new Step(body(entity), "");
        }
        Header location = response.getFirstHeader("Location");
        if (status >= 300 && status < 400 && location != null) {
            return new Step(null, location.getValue());
        }
        throw new IOException("status " + status);
    }

    private byte[] body(HttpEntity entity) throws IOException {
        if (entity.getContentLength() > maxSize) {
            throw ApiException.of(ApiError.TOO_LARGE, maxSize);
        }
        byte[] bytes = entity.getContent().readNBytes(maxSize + 1);
        if (bytes.length > maxSize) {
            throw ApiException.of(ApiError.TOO_LARGE, maxSize);
        }
        return bytes;
    }

    @PreDestroy
    void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    /** One answer on the way: either the body or where to go next. */
    private record Step(byte @Nullable [] body, String location) {}
}
