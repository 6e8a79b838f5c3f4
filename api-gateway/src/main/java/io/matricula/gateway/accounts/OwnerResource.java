package io.matricula.gateway.accounts;

import io.matricula.contract.account.HandOverRequest;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.ApiException;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.membership.HandOver;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Whose the account is. */
@Path("/v1/accounts/me/owner")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OwnerResource {
    private final CallerAuthentication callers;
    private final OwnPassword password;
    private final HandOver handOver;

    OwnerResource(CallerAuthentication callers, OwnPassword password, HandOver handOver) {
        this.callers = callers;
        this.password = password;
        this.handOver = handOver;
    }

    @POST
    public void handOver(@Nullable HandOverRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.HAND_OVER_ACCOUNT);
        HandOverRequest sent = Fields.body(request);
        MemberId admin = memberId(Fields.required("member", sent.member()));
        Member owner = password.require(caller, "password", sent.password(), context);
        handOver.to(admin, caller, owner, ClientAddress.of(context));
    }

    private static MemberId memberId(String text) {
        try {
            return new MemberId(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.field("member", "The account has no such admin.");
        }
    }
}
