package io.matricula.service.signing;

import io.matricula.service.signing.Claims.Use;
import java.util.Optional;

/** Signs claims as compact JSON Web Tokens (RFC 7519) with ES256, and proves them. Safe for concurrent use. */
public interface TokenSigning {
    /** The token of claims, signed with the newest key. */
    String sign(Claims claims);

    /**
     * The claims of a token.
     *
     * @param token any text
     * @return empty unless one of our keys signed it with ES256, for this use, and its time has come and not gone
     */
    Optional<Claims> verify(String token, Use use);
}
