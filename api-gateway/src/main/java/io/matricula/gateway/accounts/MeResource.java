package io.matricula.gateway.accounts;

import io.matricula.contract.ApiError;
import io.matricula.contract.account.ChangePasswordRequest;
import io.matricula.contract.account.MeAnswer;
import io.matricula.contract.account.PasswordRequest;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.ApiException;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.audit.By;
import io.matricula.service.identity.Member;
import io.matricula.service.membership.AccountClosing;
import io.matricula.service.membership.Membership;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The account and the person that are signed in. */
@Path("/v1/accounts/me")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private final CallerAuthentication callers;
    private final Membership membership;
    private final OwnPassword ownPassword;
    private final AccountClosing closing;
    private final Clock clock;

    MeResource(
            CallerAuthentication callers,
            Membership membership,
            OwnPassword ownPassword,
            AccountClosing closing,
            Clock clock) {
        this.callers = callers;
        this.membership = membership;
        this.ownPassword = ownPassword;
        this.closing = closing;
        this.clock = clock;
    }

    @GET
    public MeAnswer me(@Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        Member member = membership.self(caller).orElseThrow(() -> ApiException.of(ApiError.SESSION_ENDED));
        return new MeAnswer(
                Answers.of(caller.account()),
                Answers.of(member),
                Answers.of(caller.account().planAt(clock.instant())));
    }

    @POST
    @Path("password")
    public void changePassword(@Nullable ChangePasswordRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        ChangePasswordRequest sent = Fields.body(request);
        String password = Fields.required("password", sent.password());
        ownPassword.require(caller, "current", sent.current(), context);
        membership.changePassword(caller, password, ClientAddress.of(context));
    }

    @DELETE
    public void delete(@Nullable PasswordRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.DELETE_ACCOUNT);
        ownPassword.require(caller, "password", Fields.body(request).password(), context);
        closing.close(caller.account(), By.of(caller, ClientAddress.of(context)));
    }
}
