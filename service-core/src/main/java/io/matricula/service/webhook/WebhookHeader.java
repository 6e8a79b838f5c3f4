package io.matricula.service.webhook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A header that its owner wants on every delivery, most often an {@code Authorization}. The value is a secret: {@link #toString}
 * hides it.
 *
 * @param name a header name that is not one of ours
 * @param value up to 1000 printable ASCII characters
 */
public record WebhookHeader(String name, String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,1000}");
    /** What the delivery itself sets, or what would change how the body is read or who receives it. */
    private static final Set<String> TAKEN = Set.of(
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    public WebhookHeader {
        if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a header");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (TAKEN.contains(lower) || lower.startsWith("webhook-") || lower.startsWith("proxy-")) {
            throw new IllegalArgumentException("the header " + name + " is taken");
        }
    }

    @Override
    public String toString() {
        return "WebhookHeader[" + name + "]";
    }
}
