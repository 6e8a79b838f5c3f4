package io.matricula.gateway.sessions;

import io.matricula.contract.ApiError;
import io.matricula.contract.CloudTime;
import io.matricula.contract.account.SessionLine;
import io.matricula.contract.account.SessionsAnswer;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.ApiException;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Credential;
import io.matricula.service.access.Permission;
import io.matricula.service.session.OwnSessions;
import io.matricula.service.session.Session;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Where the person who calls is signed in. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class OwnSessionsResource {
    private final CallerAuthentication callers;
    private final OwnSessions sessions;

    OwnSessionsResource(CallerAuthentication callers, OwnSessions sessions) {
        this.callers = callers;
        this.sessions = sessions;
    }

    @GET
    public SessionsAnswer list(@Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        String own = caller.credential() instanceof Credential.Session session ? session.id() : "";
        return new SessionsAnswer(sessions.list(caller).stream()
                .map(session -> line(session, own))
                .toList());
    }

    private static SessionLine line(Session session, String own) {
        return new SessionLine(
                session.id(),
                session.id().equals(own),
                CloudTime.seconds(session.created()),
                CloudTime.seconds(session.refreshed()),
                CloudTime.seconds(session.expires()),
                session.from());
    }

    @DELETE
    public void endAll(@Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        sessions.endAll(caller, ClientAddress.of(context));
        SessionCookies.takeBack(context);
    }

    @DELETE
    @Path("others")
    public void endOthers(@Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        sessions.endOthers(caller, ClientAddress.of(context));
    }

    @DELETE
    @Path("{id}")
    public void end(@PathParam("id") String id, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.SEE_ACCOUNT);
        if (!sessions.end(caller, id, ClientAddress.of(context))) {
            throw ApiException.of(ApiError.NOT_FOUND);
        }
    }
}
