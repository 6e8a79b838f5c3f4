package io.matricula.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Serves the console: one page under several paths, the files that it loads, and the API's document. Files under {@code assets} have a hash
 * of their contents in the name and may be kept for ever; all else is asked for again with its entity tag.
 */
@ApplicationScoped
class ConsoleRoute {
    /** The paths of the page; {@code shell/pages.ts} of the console says what it shows under each. */
    private static final List<String> PAGES = List.of(
            "/",
            "/sign-up",
            "/confirm",
            "/sign-in",
            "/forgotten",
            "/reset",
            "/email",
            "/try",
            "/usage",
            "/tokens",
            "/webhooks",
            "/plan",
            "/docs",
            "/account");

    private static final String FOLDER = "/io/matricula/console/";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'";
    private static final Map<String, String> SAFETY = Map.of(
            "Content-Security-Policy", POLICY,
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(self), microphone=(), geolocation=()",
            "X-Frame-Options", "DENY");

    private final ObjectMapper json;
    private final boolean accounts;
    private final boolean gzip;
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    ConsoleRoute(ObjectMapper json, ConsoleConfig config) {
        this.json = json;
        this.accounts = config.accounts();
        this.gzip = config.gzip();
    }

    void register(@Observes Router router) {
        PAGES.forEach(path -> route(router, path, this::page));
        route(router, "/icon.svg", () -> StaticFile.resource(FOLDER + "icon.svg"));
        route(router, "/openapi.yml", () -> Optional.of(ApiDocument.yaml()));
        route(router, "/openapi.json", () -> Optional.of(ApiDocument.json(json)));
        router.routeWithRegex("/assets/(?<name>[A-Za-z0-9_-]+\\.[a-z0-9]+)")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::asset);
    }

    private Optional<StaticFile> page() {
        return StaticFile.resource(FOLDER + "index.html").map(page -> accounts ? page : withoutAccounts(page));
    }

    /** The on-premises edition has no accounts: the page shows nothing of them then. */
    private static StaticFile withoutAccounts(StaticFile page) {
        String html = new String(page.plain(), UTF_8);
        return StaticFile.of(
                "index.html",
                html.replace("data-accounts=\"yes\"", "data-accounts=\"no\"").getBytes(UTF_8));
    }

    private void route(Router router, String path, Supplier<Optional<StaticFile>> load) {
        router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(context -> find(path, load)
                .ifPresentOrElse(file -> answer(context, file, "no-cache"), context::next));
    }

    private void asset(RoutingContext context) {
        String name = context.pathParam("name");
        find("/assets/" + name, () -> StaticFile.resource(FOLDER + "assets/" + name))
                .ifPresentOrElse(file -> answer(context, file, "public, max-age=31536000, immutable"), context::next);
    }

    /** Only what exists is kept, so that made-up names fill no memory. */
    private Optional<StaticFile> find(String path, Supplier<Optional<StaticFile>> load) {
        Optional<StaticFile> known = Optional.ofNullable(files.get(path)).or(load);
        known.ifPresent(file -> files.putIfAbsent(path, file));
        return known;
    }

    private void answer(RoutingContext context, StaticFile file, String caching) {
        HttpServerResponse response = context.response();
        SAFETY.forEach(response::putHeader);
        response.putHeader("Cache-Control", caching);
        response.putHeader("ETag", file.tag());
        response.putHeader("Vary", "Accept-Encoding");
        if (file.tag().equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", file.type());
        byte[] body = file.plain();
        if (gzip && file.gzipped() != null && acceptsGzip(context)) {
            response.putHeader("Content-Encoding", "gzip");
            body = file.gzipped();
        }
        if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader("Content-Length", Integer.toString(body.length)).end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }

    private static boolean acceptsGzip(RoutingContext context) {
        String accepted = context.request().getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }
}
