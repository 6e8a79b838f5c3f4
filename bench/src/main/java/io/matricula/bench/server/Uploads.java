package io.matricula.bench.server;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.TimeValue;

/**
 * Uploads pictures on connections that are kept, from the calling thread. The JDK's clients hand a call from thread to thread, or wait a
 * millisecond before each upload to learn whether the connection still stands, and what they wait would pass for the service's. Safe for
 * concurrent use.
 */
final class Uploads implements AutoCloseable {
    /** More callers than any load has. */
    private static final int MOST_CONNECTIONS = 1000;

    /** Below the service's idle timeout of 75 s. */
    private static final TimeValue LONGEST_REST = TimeValue.ofSeconds(60);

    private final URI address;
    private final String authorization;
    private final CloseableHttpClient client;

    Uploads(URI address, String authorization) {
        this.address = address;
        this.authorization = authorization;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setValidateAfterInactivity(LONGEST_REST)
                        .build())
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .build();
    }

    /** Throws unless the picture was read. */
    void send(byte[] form, String contentType) throws IOException {
        ClassicHttpRequest request = ClassicRequestBuilder.post(address)
                .setHeader("Authorization", authorization)
                .setEntity(new ByteArrayEntity(form, ContentType.parse(contentType)))
                .build();
        client.execute(request, Uploads::read);
    }

    private static Void read(ClassicHttpResponse response) throws IOException, ParseException {
        HttpEntity entity = response.getEntity();
        String answer = entity == null ? "" : EntityUtils.toString(entity);
        if (response.getCode() != HttpStatus.SC_CREATED) {
            throw new IOException("status " + response.getCode() + ": " + answer);
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
