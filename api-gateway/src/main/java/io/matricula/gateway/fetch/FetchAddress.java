package io.matricula.gateway.fetch;

import io.matricula.http.errors.ApiException;
import java.net.URI;
import java.util.regex.Pattern;

/** The rules for addresses that a client or a redirect names, before any name is resolved. */
final class FetchAddress {
    private static final int LONGEST = 2048;
    /** Hosts of digits and dots that are not four plain decimal numbers: other spellings of addresses, read differently by each library. */
    private static final Pattern ODD_NUMBER = Pattern.compile("(?i)[0-9.]+|(0x[0-9a-f]*\\.?)+|.*\\.0x[0-9a-f]*");

    private static final Pattern PLAIN_IPV4 = Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

    private FetchAddress() {}

    static URI parse(String text) {
        try {
            return checked(URI.create(text));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** Where a redirect leads, held to the same rules. */
    static URI redirect(URI from, String location) {
        try {
            return checked(from.resolve(location));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static URI checked(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw ApiException.field("upload_url", "Only http and https addresses are taken.");
        }
        if (host == null || uri.getUserInfo() != null || uri.toString().length() > LONGEST) {
            throw invalid();
        }
        if (ODD_NUMBER.matcher(host).matches() && !PLAIN_IPV4.matcher(host).matches()) {
            throw ApiException.field("upload_url", "This address is not allowed.");
        }
        return uri;
    }

    private static ApiException invalid() {
        return ApiException.field("upload_url", "Enter a valid URL.");
    }

    /** The last part of the path, as a file's name. */
    static String fileName(URI uri) {
        String path = uri.getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }
}
