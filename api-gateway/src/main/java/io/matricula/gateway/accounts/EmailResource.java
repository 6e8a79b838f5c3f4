package io.matricula.gateway.accounts;

import io.matricula.contract.account.MailedAnswer;
import io.matricula.contract.account.NewEmailRequest;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.identity.Member;
import io.matricula.service.membership.EmailChange;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Another e-mail address, asked for with the password; {@link EnrolmentResource} takes the mailed link. */
@Path("/v1/accounts/me/email")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EmailResource {
    private static final int ACCEPTED = 202;

    private final CallerAuthentication callers;
    private final OwnPassword password;
    private final EmailChange change;

    EmailResource(CallerAuthentication callers, OwnPassword password, EmailChange change) {
        this.callers = callers;
        this.password = password;
        this.change = change;
    }

    @POST
    public Response ask(@Nullable NewEmailRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        NewEmailRequest sent = Fields.body(request);
        String email = Fields.required("email", sent.email());
        Member self = password.require(caller, "password", sent.password(), context);
        change.ask(caller, self, email, ClientAddress.of(context));
        return Response.status(ACCEPTED)
                .entity(new MailedAnswer("A mail is on its way.", null))
                .build();
    }
}
