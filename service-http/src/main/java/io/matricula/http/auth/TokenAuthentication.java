package io.matricula.http.auth;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.service.account.Account;
import io.matricula.service.admission.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Finds the account of an {@code Authorization: Token …} header. */
@ApplicationScoped
public class TokenAuthentication {
    private static final String SCHEME = "Token ";
    private static final int LONGEST = 200;

    private final Admission admission;

    TokenAuthentication(Admission admission) {
        this.admission = admission;
    }

    /** The account that calls; 403 if the header is missing or its token is none of ours. */
    public Account account(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ApiException.of(ApiError.TOKEN_MISSING);
        }
        String token = authorization.substring(SCHEME.length()).strip();
        if (token.length() > LONGEST) {
            throw ApiException.of(ApiError.TOKEN_INVALID);
        }
        return admission.authenticate(token).orElseThrow(() -> ApiException.of(ApiError.TOKEN_INVALID));
    }
}
