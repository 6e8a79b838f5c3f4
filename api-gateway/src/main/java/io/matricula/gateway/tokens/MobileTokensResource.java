package io.matricula.gateway.tokens;

import io.matricula.contract.CloudTime;
import io.matricula.contract.account.MobileTokenAnswer;
import io.matricula.contract.account.MobileTokenRequest;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.http.auth.ClientAddress;
import io.matricula.http.errors.ApiException;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.token.MobileTokens;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Short-lived tokens for phones and pages. */
@Path("/v1/tokens/mobile")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MobileTokensResource {
    private static final int LONGEST_CAMERA = 255;

    private final CallerAuthentication callers;
    private final MobileTokens tokens;

    MobileTokensResource(CallerAuthentication callers, MobileTokens tokens) {
        this.callers = callers;
        this.tokens = tokens;
    }

    @POST
    public Response create(@Nullable MobileTokenRequest request, @Context RoutingContext context) {
        Caller caller = callers.caller(context, Permission.ISSUE_MOBILE_TOKENS);
        Duration lifetime = lifetime(request == null ? null : request.expiresIn());
        String camera = camera(request == null ? null : request.cameraId());
        var issued = tokens.issue(caller, lifetime, camera, ClientAddress.of(context));
        var answer = new MobileTokenAnswer(issued.token(), "Bearer", CloudTime.seconds(issued.expires()), camera);
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private static Duration lifetime(@Nullable Long seconds) {
        if (seconds == null) {
            return MobileTokens.USUAL;
        }
        long shortest = MobileTokens.SHORTEST.toSeconds();
        long longest = MobileTokens.LONGEST.toSeconds();
        if (seconds < shortest || seconds > longest) {
            throw ApiException.field("expires_in", "Ensure this value is " + shortest + " to " + longest + ".");
        }
        return Duration.ofSeconds(seconds);
    }

    private static @Nullable String camera(@Nullable String id) {
        if (id != null && (!id.equals(id.strip()) || id.isEmpty() || id.length() > LONGEST_CAMERA)) {
            throw ApiException.field(
                    "camera_id",
                    "Ensure this field has 1 to " + LONGEST_CAMERA + " characters, without blanks around them.");
        }
        return id;
    }
}
