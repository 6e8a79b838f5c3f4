package io.matricula.gateway.accounts;

import io.matricula.contract.account.EmailRequest;
import io.matricula.contract.account.LinkRequest;
import io.matricula.contract.account.MailedAnswer;
import io.matricula.contract.account.MemberAnswer;
import io.matricula.contract.account.NewPasswordRequest;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.Fields;
import io.matricula.http.identity.IdentityConfig;
import io.matricula.service.enrolment.Enrolment;
import io.matricula.service.identity.Member;
import io.matricula.service.membership.EmailChange;
import io.matricula.service.session.Sessions;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How people come in, and confirm new addresses. Needs no authentication: the mailed links are the proof. */
@Path("/v1/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentResource {
    private static final int ACCEPTED = 202;
    private static final String MAILED = "A mail is on its way, if this address can have one.";

    private final Enrolment enrolment;
    private final Sessions sessions;
    private final EmailChange emailChange;
    private final boolean showLink;

    EnrolmentResource(Enrolment enrolment, Sessions sessions, EmailChange emailChange, IdentityConfig config) {
        this.enrolment = enrolment;
        this.sessions = sessions;
        this.emailChange = emailChange;
        this.showLink = config.showLink();
    }

    @POST
    public Response signUp(@Nullable EmailRequest request, @Context RoutingContext context) {
        Optional<URI> link = ask(request, context);
        String shown = showLink ? link.map(URI::toString).orElse(null) : null;
        return Response.status(ACCEPTED).entity(new MailedAnswer(MAILED, shown)).build();
    }

    @POST
    @Path("password-reset")
    public Response requestReset(@Nullable EmailRequest request, @Context RoutingContext context) {
        ask(request, context);
        return Response.status(ACCEPTED).entity(new MailedAnswer(MAILED, null)).build();
    }

    private Optional<URI> ask(@Nullable EmailRequest request, RoutingContext context) {
        String email = Fields.required("email", Fields.body(request).email());
        return enrolment.ask(email, ClientAddress.of(context));
    }

    @POST
    @Path("confirm")
    public Response confirm(@Nullable NewPasswordRequest request, @Context RoutingContext context) {
        NewPasswordRequest sent = Fields.body(request);
        Member member = enrolment.confirm(
                Fields.required("token", sent.token()),
                Fields.required("password", sent.password()),
                ClientAddress.of(context));
        return Response.status(Response.Status.CREATED)
                .entity(Answers.of(member))
                .build();
    }

    @POST
    @Path("email/confirm")
    public MemberAnswer confirmEmail(@Nullable LinkRequest request, @Context RoutingContext context) {
        String token = Fields.required("token", Fields.body(request).token());
        return Answers.of(emailChange.confirm(token, ClientAddress.of(context)));
    }

    @POST
    @Path("password-reset/confirm")
    public void reset(@Nullable NewPasswordRequest request, @Context RoutingContext context) {
        NewPasswordRequest sent = Fields.body(request);
        Member member = enrolment.reset(
                Fields.required("token", sent.token()),
                Fields.required("password", sent.password()),
                ClientAddress.of(context));
        sessions.endAllOf(member, null);
    }
}
