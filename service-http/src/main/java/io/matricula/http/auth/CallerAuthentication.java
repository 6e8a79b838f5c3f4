package io.matricula.http.auth;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.authentication.Callers;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends a request: by {@code Authorization: Token …} (API token), {@code Authorization: Bearer …} (a phone's token or a
 * session's) or, without that header, by the session cookie of our own pages.
 */
@ApplicationScoped
public class CallerAuthentication {
    /** Cookie that holds a session's access token. */
    public static final String COOKIE = "matricula_session";

    private static final String TOKEN = "Token ";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 4096;

    private final Callers callers;

    CallerAuthentication(Callers callers) {
        this.callers = callers;
    }

    /**
     * Who calls, with a permission that the request needs; named in the request's log line.
     *
     * @throws ApiException 403 if nothing good was shown, or the caller may not do this
     */
    public Caller caller(RoutingContext context, Permission needed) {
        Caller caller = caller(context);
        Exchange.of(context).account(caller.account().id().value());
        if (!caller.may(needed)) {
            throw ApiException.of(ApiError.NOT_ALLOWED);
        }
        return caller;
    }

    private Caller caller(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        Cookie cookie = context.request().getCookie(COOKIE);
        if (hasScheme(authorization, TOKEN)) {
            return known(authorization, TOKEN, callers::byToken);
        } else if (authorization != null && hasScheme(authorization, BEARER) && authorization.indexOf('.') > 0) {
            return known(authorization, BEARER, callers::byBearer);
        } else if (authorization == null && cookie != null) {
            OwnPages.require(context.request());
            return callers.bySession(cookie.getValue()).orElseThrow(() -> ApiException.of(ApiError.SESSION_ENDED));
        }
        // Snapshot: an API token behind another scheme counts as none.
        throw ApiException.of(ApiError.TOKEN_MISSING);
    }

    private static boolean hasScheme(@Nullable String authorization, String scheme) {
        return authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static Caller known(
            @Nullable String authorization, String scheme, Function<String, Optional<Caller>> lookUp) {
        String token = String.valueOf(authorization).substring(scheme.length()).strip();
        return Optional.of(token)
                .filter(shown -> shown.length() <= LONGEST)
                .flatMap(lookUp)
                .orElseThrow(() -> ApiException.of(ApiError.TOKEN_INVALID));
    }
}
