package io.matricula.webhook.send;

import io.matricula.service.address.WebAddress;
import java.net.URI;

/** The redirects that a delivery follows: on the same host and port, or from http to https on it. */
final class SameHostRedirect {
    private SameHostRedirect() {}

    /** A redirect that would give the delivery and its secrets to somebody else. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    static URI follow(URI from, String location) throws RefusedException {
        URI to;
        try {
            to = WebAddress.redirect(from, location);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("redirected to an address that is not taken");
        }
        if (!to.getHost().equalsIgnoreCase(from.getHost())) {
            throw new RefusedException("redirected to another host");
        }
        boolean secured = isHttps(to) && !isHttps(from);
        if (isHttps(from) && !isHttps(to) || port(from) != port(to) && !secured) {
            throw new RefusedException("redirected to another port or away from https");
        }
        return to;
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isHttps(uri) ? 443 : 80;
    }
}
