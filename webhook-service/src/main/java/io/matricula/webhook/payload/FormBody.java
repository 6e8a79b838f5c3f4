package io.matricula.webhook.payload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A multipart form (RFC 7578), spelled so that the simplest readers find its parts. */
final class FormBody {
    private static final int LONGEST_NAME = 100;

    private final String boundary;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param boundary letters and digits that appear nowhere in the parts */
    FormBody(String boundary) {
        this.boundary = boundary;
    }

    void text(String name, byte[] value) {
        // Without a media type: some readers take a part that has one for a file.
        part("form-data; name=\"" + name + "\"", "", value);
    }

    void jpeg(String name, String fileName, byte[] value) {
        part(
                "form-data; name=\"" + name + "\"; filename=\"" + plain(fileName) + "\"",
                "Content-Type: image/jpeg\r\n",
                value);
    }

    private void part(String disposition, String headers, byte[] value) {
        write("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n" + headers + "\r\n");
        bytes.writeBytes(value);
        write("\r\n");
    }

    private void write(String ascii) {
        bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    Payload payload() {
        write("--" + boundary + "--\r\n");
        // Snapshot: one of the vendor's readers takes all that follows "boundary=" for it, so it comes last and
        // unquoted.
        return new Payload("multipart/form-data; boundary=" + boundary, bytes.toByteArray());
    }

    /** Snapshot: the same reader looks for "json" in the head of each part to tell them apart, so no file is called so. */
    private static String plain(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = (dot > 0 ? fileName.substring(0, dot) : fileName).replaceAll("[^A-Za-z0-9._-]", "_");
        String bounded = stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
        boolean unfit = bounded.isEmpty() || bounded.toLowerCase(Locale.ROOT).contains("json");
        return (unfit ? "picture" : bounded) + ".jpg";
    }
}
