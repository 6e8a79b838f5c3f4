package io.matricula.rehearsal;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.httpproxy.HttpProxy;
import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Stands in for API Gateway: one address, statistics to the usage service and all else to the gateway. */
final class Front implements AutoCloseable {
    private static final String STATISTICS = "/v1/statistics";

    private final Vertx vertx;

    private Front(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @throws IOException if the port is taken */
    static Front open(int port, int gateway, int usage) throws IOException, InterruptedException {
        Vertx vertx = Vertx.vertx();
        HttpProxy toGateway = proxy(vertx, gateway);
        HttpProxy toUsage = proxy(vertx, usage);
        var server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(request -> (isStatistics(request.path()) ? toUsage : toGateway).handle(request));
        try {
            server.listen().toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            vertx.close();
            throw new IOException("port " + port + " can't be opened", e.getCause());
        }
        return new Front(vertx);
    }

    private static HttpProxy proxy(Vertx vertx, int port) {
        return HttpProxy.reverseProxy(vertx.createHttpClient()).origin(port, "127.0.0.1");
    }

    private static boolean isStatistics(String path) {
        return path.equals(STATISTICS) || path.startsWith(STATISTICS + "/");
    }

    @Override
    public void close() {
        vertx.close();
    }
}
