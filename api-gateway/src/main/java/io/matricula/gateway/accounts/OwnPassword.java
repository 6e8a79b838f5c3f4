package io.matricula.gateway.accounts;

import io.matricula.contract.ApiError;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.ApiException;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.identity.Member;
import io.matricula.service.membership.Membership;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Asks for the password again where much is at stake: whoever finds an open session is not to take the account over with it. */
@ApplicationScoped
class OwnPassword {
    private final Membership membership;

    OwnPassword(Membership membership) {
        this.membership = membership;
    }

    /**
     * The person who calls, if this is the person's password.
     *
     * @throws ApiException 400 else
     */
    Member require(Caller caller, String field, @Nullable String password, RoutingContext context) {
        if (!membership.isPasswordOf(caller, Fields.required(field, password), ClientAddress.of(context))) {
            throw ApiException.field(field, "This is not your password.");
        }
        return membership.self(caller).orElseThrow(() -> ApiException.of(ApiError.SESSION_ENDED));
    }
}
