package io.matricula.gateway.keys;

import io.matricula.http.jwt.JwtSigning;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The public keys of our tokens, for whoever wants to check one without asking us. */
@Path("/.well-known/jwks.json")
public class KeysResource {
    private final JwtSigning signing;

    KeysResource(JwtSigning signing) {
        this.signing = signing;
    }

    /** May be kept for a minute: a new key is published for two before it signs. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response keys() {
        return Response.ok(Map.of("keys", signing.publicKeys()))
                .header("Cache-Control", "public, max-age=60")
                .build();
    }
}
