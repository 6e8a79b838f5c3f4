package io.matricula.console.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is sent, immutable.
 *
 * @param type media type
 * @param plain its bytes
 * @param gzipped the same for clients that take gzip; absent where it saves nothing
 * @param tag weak entity tag of the contents, for it is the same with and without gzip (RFC 9110, 8.8.3)
 */
record StaticFile(String type, byte[] plain, byte @Nullable [] gzipped, String tag) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "yml", "application/yaml",
            "webp", "image/webp");

    /** A file among the program's resources, if there is one and its kind is known. */
    static Optional<StaticFile> resource(String name) {
        if (!TYPES.containsKey(ending(name))) {
            return Optional.empty();
        }
        try (InputStream in = StaticFile.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(of(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A file of these contents; the name's ending says of what type. */
    static StaticFile of(String name, byte[] plain) {
        byte[] gzipped = gzip(plain);
        return new StaticFile(
                TYPES.getOrDefault(ending(name), "application/octet-stream"),
                plain,
                gzipped.length < plain.length * 0.9 ? gzipped : null,
                "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(plain)) + '"');
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
