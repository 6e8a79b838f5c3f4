package io.matricula.gateway.accounts;

import io.matricula.contract.ApiError;
import io.matricula.contract.account.EmailRequest;
import io.matricula.contract.account.MailedAnswer;
import io.matricula.contract.account.MembersAnswer;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.ApiException;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.identity.MemberId;
import io.matricula.service.membership.Membership;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The people of an account. */
@Path("/v1/accounts/me/members")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
    private static final int ACCEPTED = 202;

    private final CallerAuthentication callers;
    private final Membership membership;

    MembersResource(CallerAuthentication callers, Membership membership) {
        this.callers = callers;
        this.membership = membership;
    }

    @GET
    public MembersAnswer list(@Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        return new MembersAnswer(
                membership.list(caller).stream().map(Answers::of).toList());
    }

    @POST
    public Response invite(@Nullable EmailRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.MANAGE_MEMBERS);
        String email = Fields.required("email", Fields.body(request).email());
        membership.invite(caller, email, ClientAddress.of(context));
        return Response.status(ACCEPTED)
                .entity(new MailedAnswer("A mail is on its way.", null))
                .build();
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.MANAGE_MEMBERS);
        if (!membership.remove(caller, memberId(id), ClientAddress.of(context))) {
            throw ApiException.of(ApiError.NOT_FOUND);
        }
    }

    private static MemberId memberId(String text) {
        try {
            return new MemberId(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.of(ApiError.NOT_FOUND);
        }
    }
}
