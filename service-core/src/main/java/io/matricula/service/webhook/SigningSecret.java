package io.matricula.service.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A key that deliveries are signed with: {@code whsec_} and the base64 of 24 to 64 random bytes, as Standard Webhooks writes it.
 * {@link #toString} hides it.
 */
public record SigningSecret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("whsec_[A-Za-z0-9+/]{32,86}={0,2}");

    public SigningSecret {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a signing secret");
        }
    }

    public static SigningSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The bytes to be used as the key of an HMAC. */
    public byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return "SigningSecret[…]";
    }
}
