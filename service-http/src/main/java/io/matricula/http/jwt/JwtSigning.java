package io.matricula.http.jwt;

import io.matricula.service.signing.Claims;
import io.matricula.service.signing.Claims.Use;
import io.matricula.service.signing.SigningKey;
import io.matricula.service.signing.SigningKeys;
import io.matricula.service.signing.TokenSigning;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Signs tokens with SmallRye JWT and proves them with jose4j, on which that builds: ES256 and nothing else, whatever a token says of
 * itself; key, issuer, audience and times must all be right. Safe for concurrent use.
 */
public final class JwtSigning implements TokenSigning {
    private static final int LONGEST = 4096;
    private static final Set<String> REGISTERED = Set.of("iss", "sub", "aud", "exp", "iat", "jti");

    private final SigningKeys keys;
    private final String issuer;
    private final Clock clock;

    public JwtSigning(SigningKeys keys, String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    @Override
    public String sign(Claims claims) {
        SigningKey key = keys.current();
        JwtClaimsBuilder builder = Jwt.claims()
                .issuer(issuer)
                .audience(audience(claims.use()))
                .subject(claims.subject())
                .issuedAt(claims.issued())
                .expiresAt(claims.expires())
                .claim("jti", claims.id());
        claims.details().forEach(builder::claim);
        return builder.jws().algorithm(SignatureAlgorithm.ES256).keyId(key.id()).sign(key.privateKey());
    }

    @Override
    public Optional<Claims> verify(String token, Use use) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(
                            ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                    .setExpectedIssuer(true, issuer)
                    .setExpectedAudience(true, audience(use))
                    .setRequireSubject()
                    .setRequireJwtId()
                    .setRequireIssuedAt()
                    .setRequireExpirationTime()
                    .setEvaluationTime(
                            NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                    .setVerificationKeyResolver((VerificationKeyResolver) (signature, nesting) -> key(signature))
                    .build()
                    .processToClaims(token);
            return Optional.of(claims(use, claims));
        } catch (InvalidJwtException | MalformedClaimException e) {
            // Which of the checks failed would only help a forger.
            return Optional.empty();
        }
    }

    private Key key(JsonWebSignature signature) throws UnresolvableKeyException {
        String id = signature.getKeyIdHeaderValue();
        Optional<SigningKey> key = id == null ? Optional.empty() : keys.find(id);
        return key.map(SigningKey::publicKey).orElseThrow(() -> new UnresolvableKeyException("no key of ours"));
    }

    private static Claims claims(Use use, JwtClaims claims) throws MalformedClaimException {
        Map<String, String> details = new HashMap<>();
        claims.getClaimsMap().forEach((name, value) -> {
            if (!REGISTERED.contains(name) && value instanceof String text) {
                details.put(name, text);
            }
        });
        return new Claims(
                use,
                claims.getSubject(),
                claims.getJwtId(),
                Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()),
                details);
    }

    private static String audience(Use use) {
        return switch (use) {
            case SESSION -> "matricula-session";
            case PLATE_READER -> "matricula-plate-reader";
        };
    }

    /** The public halves of all keys as JSON Web Keys (RFC 7517), oldest first. */
    public List<Map<String, Object>> publicKeys() {
        return keys.all().stream().map(JwtSigning::publicKey).toList();
    }

    private static Map<String, Object> publicKey(SigningKey key) {
        var web = new EllipticCurveJsonWebKey(key.publicKey());
        web.setKeyId(key.id());
        web.setUse("sig");
        web.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return web.toParams(OutputControlLevel.PUBLIC_ONLY);
    }
}
