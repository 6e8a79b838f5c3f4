package io.matricula.service.authentication;

import io.matricula.service.access.Caller;
import io.matricula.service.admission.Admission;
import io.matricula.service.session.Sessions;
import io.matricula.service.token.MobileTokens;
import java.util.Optional;

/** Finds out who calls, by whatever the request shows. Safe for concurrent use. */
public final class Callers {
    private final Admission admission;
    private final MobileTokens mobileTokens;
    private final Sessions sessions;

    public Callers(Admission admission, MobileTokens mobileTokens, Sessions sessions) {
        this.admission = admission;
        this.mobileTokens = mobileTokens;
        this.sessions = sessions;
    }

    /** Who calls with an API token; see {@link Admission#authenticate}. */
    public Optional<Caller> byToken(String token) {
        return admission.authenticate(token);
    }

    /** Who calls with a signed token: a phone's, or the access token of a session. */
    public Optional<Caller> byBearer(String token) {
        return mobileTokens.caller(token).or(() -> sessions.caller(token));
    }

    /** Who calls with the access token of a session. */
    public Optional<Caller> bySession(String token) {
        return sessions.caller(token);
    }
}
