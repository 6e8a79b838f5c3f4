package io.matricula.service.session;

import io.matricula.service.identity.Member;
import java.time.Duration;

/**
 * What a person gets on signing in, and again with each refresh. Holds secrets; {@link #toString} hides them from logs.
 *
 * @param accessToken signed, good for {@code accessLifetime}
 * @param refreshToken good once, for {@code refreshLifetime}
 */
public record SignedIn(
        Member member, String accessToken, Duration accessLifetime, String refreshToken, Duration refreshLifetime) {
    @Override
    public String toString() {
        return "SignedIn[" + member + "]";
    }
}
