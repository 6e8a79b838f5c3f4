package io.matricula.gateway.sessions;

import io.matricula.http.auth.CallerAuthentication;
import io.matricula.service.session.SignedIn;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A session as cookies: scripts can't read them, pages of other sites can't make a browser send them, and none travels without TLS, except
 * inside one machine.
 */
final class SessionCookies {
    static final String REFRESH = "matricula_refresh";
    private static final String ACCESS_PATH = "/v1";
    /** The refresh token goes only where it is exchanged. */
    private static final String REFRESH_PATH = "/v1/sessions";

    private SessionCookies() {}

    static void give(SignedIn session, RoutingContext context) {
        set(CallerAuthentication.COOKIE, session.accessToken(), ACCESS_PATH, session.accessLifetime(), context);
        set(REFRESH, session.refreshToken(), REFRESH_PATH, session.refreshLifetime(), context);
    }

    static void takeBack(RoutingContext context) {
        set(CallerAuthentication.COOKIE, "", ACCESS_PATH, Duration.ZERO, context);
        set(REFRESH, "", REFRESH_PATH, Duration.ZERO, context);
    }

    /** The refresh token that a browser shows; null if none. */
    static @Nullable String refreshToken(HttpServerRequest request) {
        Cookie cookie = request.getCookie(REFRESH);
        return cookie == null ? null : cookie.getValue();
    }

    private static void set(String name, String value, String path, Duration lifetime, RoutingContext context) {
        context.response()
                .addCookie(Cookie.cookie(name, value)
                        .setPath(path)
                        .setMaxAge(lifetime.toSeconds())
                        .setHttpOnly(true)
                        .setSecure(!isLoopback(context.request().getHeader("Host")))
                        .setSameSite(CookieSameSite.STRICT));
    }

    /** Some browsers keep no Secure cookie of http://localhost. */
    private static boolean isLoopback(@Nullable String host) {
        return host != null && host.toLowerCase(Locale.ROOT).matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }
}
