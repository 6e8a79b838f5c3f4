package io.matricula.gateway.tokens;

import io.matricula.contract.ApiError;
import io.matricula.contract.CloudTime;
import io.matricula.contract.account.NewTokenAnswer;
import io.matricula.contract.account.TokenAnswer;
import io.matricula.contract.account.TokenRequest;
import io.matricula.contract.account.TokensAnswer;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.ApiException;
import io.matricula.http.errors.Fields;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.ApiTokens;
import io.matricula.service.token.ApiTokens.Issued;
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

/** The account's API tokens. A token can't make or revoke tokens: people who have signed in do. */
@Path("/v1/tokens")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    private final CallerAuthentication callers;
    private final ApiTokens tokens;

    TokensResource(CallerAuthentication callers, ApiTokens tokens) {
        this.callers = callers;
        this.tokens = tokens;
    }

    @GET
    public TokensAnswer list(@Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.MANAGE_TOKENS);
        return new TokensAnswer(
                tokens.list(caller).stream().map(TokensResource::answer).toList());
    }

    @POST
    public Response create(@Nullable TokenRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.MANAGE_TOKENS);
        String name = Fields.required("name", Fields.body(request).name());
        return created(tokens.create(caller, name, ClientAddress.of(context)));
    }

    @POST
    @Path("{id}/rotate")
    @Consumes(MediaType.WILDCARD)
    public Response rotate(@PathParam("id") String id, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.MANAGE_TOKENS);
        return created(tokens.rotate(caller, id, ClientAddress.of(context))
                .orElseThrow(() -> ApiException.of(ApiError.NOT_FOUND)));
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") String id, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.MANAGE_TOKENS);
        if (!tokens.revoke(caller, id, ClientAddress.of(context))) {
            throw ApiException.of(ApiError.NOT_FOUND);
        }
    }

    private static Response created(Issued issued) {
        ApiToken token = issued.token();
        var answer = new NewTokenAnswer(
                token.id(), token.name(), issued.secret().reveal(), CloudTime.seconds(token.created()));
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private static TokenAnswer answer(ApiToken token) {
        return new TokenAnswer(
                token.id(),
                token.name(),
                token.lastFour(),
                CloudTime.seconds(token.created()),
                token.revoked() == null ? null : CloudTime.seconds(token.revoked()));
    }
}
