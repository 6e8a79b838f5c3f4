package io.matricula.http.auth;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what pages of other origins make a browser send with our cookies. The cookies are SameSite=Strict already; this also holds
 * against pages of the same site and browsers that don't know that. A header that no form can send shows that a script did, and scripts
 * of other origins would need a preflight, which only plate-reader answers.
 */
public final class OwnPages {
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private OwnPages() {}

    /**
     * Lets a request with cookies go on only if one of our pages sent it.
     *
     * @throws ApiException 403 else
     */
    public static void require(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean ours = site == null || OURS.contains(site);
        boolean script = HARMLESS.contains(request.method()) || request.getHeader("X-Requested-With") != null;
        if (!ours || !script || !sameOrigin(request.getHeader("Origin"), request.getHeader("Host"))) {
            throw ApiException.of(ApiError.OTHER_SITE);
        }
    }

    /** Compares host and port only: behind a TLS proxy we don't see the browser's scheme. */
    private static boolean sameOrigin(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
