package io.matricula.service.upload;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The name of an upload: 32 lower-case hex digits, random, never reused, safe to log. */
public record UploadId(String value) {
    /** What stands before the id where an address of a picture is expected, so that nobody takes it for one of the web. */
    public static final String SCHEME = "upload:";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public UploadId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an upload id: " + value);
        }
    }

    public static UploadId random() {
        return new UploadId(UUID.randomUUID().toString().replace("-", ""));
    }

    /** The id in a text as clients send it; empty if it is none. */
    public static Optional<UploadId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new UploadId(text)) : Optional.empty();
    }

    /** The id that a reference names; empty if it names none. */
    public static Optional<UploadId> referenced(String reference) {
        return reference.startsWith(SCHEME) ? parse(reference.substring(SCHEME.length())) : Optional.empty();
    }

    /** As it stands where an address of a picture is expected. */
    public String reference() {
        return SCHEME + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
