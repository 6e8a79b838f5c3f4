package io.matricula.gateway.sessions;

import io.matricula.contract.ApiError;
import io.matricula.contract.account.RefreshRequest;
import io.matricula.contract.account.SessionAnswer;
import io.matricula.contract.account.SignInRequest;
import io.matricula.gateway.accounts.Answers;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.auth.OwnPages;
import io.matricula.http.errors.ApiException;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Credential;
import io.matricula.service.access.Permission;
import io.matricula.service.session.RefreshResult;
import io.matricula.service.session.RefreshResult.JustRefreshed;
import io.matricula.service.session.RefreshResult.Refreshed;
import io.matricula.service.session.Sessions;
import io.matricula.service.session.SignedIn;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Signing in and out: with tokens in the body for programs, with cookies for our own pages. */
@Path("/v1/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionsResource {
    private final CallerAuthentication callers;
    private final Sessions sessions;

    SessionsResource(CallerAuthentication callers, Sessions sessions) {
        this.callers = callers;
        this.sessions = sessions;
    }

    @POST
    public Response signIn(@Nullable SignInRequest request, @Context RoutingContext context) {
        SignInRequest sent = Fields.body(request);
        boolean cookies = Boolean.TRUE.equals(sent.cookie());
        if (cookies) {
            OwnPages.require(context.request());
        }
        String email = Fields.required("email", sent.email());
        String password = Fields.required("password", sent.password());
        SignedIn session = sessions.signIn(email, password, ClientAddress.of(context))
                .orElseThrow(() -> ApiException.of(ApiError.SIGN_IN_FAILED));
        return Response.status(Response.Status.CREATED)
                .entity(answer(session, cookies, context))
                .build();
    }

    /** A token in the body wins over a cookie, which a browser sends whether it is meant or not. */
    @POST
    @Path("refresh")
    public SessionAnswer refresh(@Nullable RefreshRequest request, @Context RoutingContext context) {
        String sent = request == null ? null : request.refreshToken();
        if (sent != null) {
            return answer(exchange(sent, context), false, context);
        }
        String cookie = SessionCookies.refreshToken(context.request());
        if (cookie == null) {
            throw ApiException.of(ApiError.TOKEN_MISSING);
        }
        OwnPages.require(context.request());
        return answer(exchange(cookie, context), true, context);
    }

    private SignedIn exchange(String refreshToken, RoutingContext context) {
        RefreshResult result = sessions.refresh(refreshToken, ClientAddress.of(context));
        if (result instanceof Refreshed refreshed) {
            return refreshed.signedIn();
        }
        throw ApiException.of(result instanceof JustRefreshed ? ApiError.JUST_REFRESHED : ApiError.SESSION_ENDED);
    }

    private static SessionAnswer answer(SignedIn session, boolean cookies, RoutingContext context) {
        long lifetime = session.accessLifetime().toSeconds();
        if (cookies) {
            SessionCookies.give(session, context);
            return new SessionAnswer(Answers.of(session.member()), lifetime, null, null, null);
        }
        return new SessionAnswer(
                Answers.of(session.member()), lifetime, "Bearer", session.accessToken(), session.refreshToken());
    }

    @DELETE
    @Path("current")
    public void signOut(@Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        if (caller.credential() instanceof Credential.Session session) {
            sessions.end(caller.account(), session, ClientAddress.of(context));
        }
        SessionCookies.takeBack(context);
    }
}
