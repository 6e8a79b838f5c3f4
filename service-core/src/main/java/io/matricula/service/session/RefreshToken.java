package io.matricula.service.session;

import io.matricula.service.token.TokenSecret;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refresh token in the clear: the session's id, a dot, and a secret. {@link #toString} hides the secret from logs. */
record RefreshToken(String session, TokenSecret secret) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([0-9a-f]{40})");

    static Optional<RefreshToken> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? TokenSecret.parse(form.group(2)).map(secret -> new RefreshToken(form.group(1), secret))
                : Optional.empty();
    }

    String reveal() {
        return session + "." + secret.reveal();
    }
}
