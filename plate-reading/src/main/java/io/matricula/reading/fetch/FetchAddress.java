package io.matricula.reading.fetch;

import io.matricula.http.errors.ApiException;
import io.matricula.service.address.WebAddress;
import java.net.URI;
import java.util.function.Supplier;

/** An {@code upload_url} or where it redirects to, held to the rules of {@link WebAddress}. */
final class FetchAddress {
    private FetchAddress() {}

    static URI parse(String text) {
        return checked(() -> WebAddress.parse(text));
    }

    static URI redirect(URI from, String location) {
        return checked(() -> WebAddress.redirect(from, location));
    }

    private static URI checked(Supplier<URI> address) {
        try {
            return address.get();
        } catch (IllegalArgumentException e) {
            throw ApiException.field("upload_url", String.valueOf(e.getMessage()));
        }
    }

    /** The last part of the path, as a file's name. */
    static String fileName(URI uri) {
        String path = uri.getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }
}
