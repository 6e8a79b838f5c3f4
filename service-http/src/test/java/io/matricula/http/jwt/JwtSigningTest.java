package io.matricula.http.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.signing.Claims;
import io.matricula.service.signing.Claims.Use;
import io.matricula.service.signing.SigningKey;
import io.matricula.service.signing.SigningKeys;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemorySigningKeyStore;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class JwtSigningTest {
    private static final String ISSUER = "matricula";
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");
    private final InMemorySigningKeyStore store = new InMemorySigningKeyStore();
    private final SigningKeys keys = new SigningKeys(store, clock);
    private final JwtSigning signing = new JwtSigning(keys, ISSUER, clock);

    private Claims claims(Use use, Duration lifetime) {
        Instant now = clock.instant();
        return new Claims(use, "account-1", "token-1", now, now.plus(lifetime), Map.of("camera_id", "gate-7"));
    }

    /** A token as we make it, but for one change. */
    private String forged(Consumer<JwtClaims> change) throws JoseException {
        return forged(
                change,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                keys.current().privateKey());
    }

    private String forged(Consumer<JwtClaims> change, String algorithm, Key key) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("matricula-session");
        claims.setSubject("account-1");
        claims.setJwtId("token-1");
        claims.setClaim("iat", clock.instant().getEpochSecond());
        claims.setClaim("exp", clock.instant().getEpochSecond() + 60);
        change.accept(claims);
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(keys.current().id());
        signature.setKey(key);
        return signature.getCompactSerialization();
    }

    private boolean isTaken(String token) {
        return signing.verify(token, Use.SESSION).isPresent();
    }

    @Test
    void verify_signedToken_givesItsClaims() throws JoseException {
        Claims claims = claims(Use.PLATE_READER, Duration.ofMinutes(10));
        assertThat(signing.verify(signing.sign(claims), Use.PLATE_READER)).contains(claims);
        assertThat(isTaken(forged(same -> {})))
                .as("the forger's own tool works")
                .isTrue();
    }

    @Test
    void verify_tokenOfAnotherUse_isRefused() {
        assertThat(signing.verify(signing.sign(claims(Use.PLATE_READER, Duration.ofMinutes(1))), Use.SESSION))
                .isEmpty();
        assertThat(signing.verify(signing.sign(claims(Use.SESSION, Duration.ofMinutes(1))), Use.PLATE_READER))
                .isEmpty();
    }

    @Test
    void verify_expired_isRefusedToTheSecond() {
        String token = signing.sign(claims(Use.SESSION, Duration.ofMinutes(1)));
        clock.advance(Duration.ofSeconds(59));
        assertThat(isTaken(token)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(isTaken(token)).isFalse();
    }

    @Test
    void verify_wrongIssuerOrAudienceOrMissingClaim_isRefused() throws JoseException {
        assertThat(isTaken(forged(claims -> claims.setIssuer("evil")))).isFalse();
        assertThat(isTaken(forged(claims -> claims.setAudience("other")))).isFalse();
        for (String claim : new String[] {"iss", "aud", "sub", "jti", "iat", "exp"}) {
            assertThat(isTaken(forged(claims -> claims.unsetClaim(claim))))
                    .as(claim)
                    .isFalse();
        }
        assertThat(isTaken(
                        forged(claims -> claims.setClaim("nbf", clock.instant().getEpochSecond() + 30))))
                .isFalse();
    }

    @Test
    void verify_keyOfSomebodyElseUnderOurId_isRefused() throws JoseException {
        Key other = SigningKey.generate(clock.instant()).privateKey();
        assertThat(isTaken(forged(same -> {}, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, other)))
                .isFalse();
    }

    @Test
    void verify_algorithmNone_isRefused() {
        String payload =
                signing.sign(claims(Use.SESSION, Duration.ofMinutes(1))).split("\\.")[1];
        for (String algorithm : new String[] {"none", "None", "NONE", ""}) {
            String header = base64(
                    "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + keys.current().id() + "\"}");
            assertThat(isTaken(header + "." + payload + ".")).isFalse();
            assertThat(isTaken(header + "." + payload)).isFalse();
        }
    }

    /** The classic: a public key, which everybody has, taken as the secret of an HMAC. */
    @Test
    void verify_hmacWithThePublicKey_isRefused() throws JoseException {
        byte[] publicKey = keys.current().publicKey().getEncoded();
        assertThat(isTaken(forged(same -> {}, AlgorithmIdentifiers.HMAC_SHA256, new HmacKey(publicKey))))
                .isFalse();
        String pem = Base64.getMimeEncoder().encodeToString(publicKey);
        var key = new HmacKey(pem.getBytes(StandardCharsets.US_ASCII));
        assertThat(isTaken(forged(same -> {}, AlgorithmIdentifiers.HMAC_SHA256, key)))
                .isFalse();
    }

    @Test
    void verify_otherCurve_isRefused() throws JoseException {
        Key key = EcJwkGenerator.generateJwk(EllipticCurves.P384).getPrivateKey();
        assertThat(isTaken(forged(same -> {}, AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384, key)))
                .isFalse();
    }

    @Test
    void verify_keyThatTheTokenBrings_isRefused() throws JoseException {
        EllipticCurveJsonWebKey own = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        var signature = new JsonWebSignature();
        signature.setPayload(payload(signing.sign(claims(Use.SESSION, Duration.ofMinutes(1)))));
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setJwkHeader(own);
        signature.setKey(own.getPrivateKey());
        assertThat(isTaken(signature.getCompactSerialization())).isFalse();
        signature.setKeyIdHeaderValue(keys.current().id());
        assertThat(isTaken(signature.getCompactSerialization())).isFalse();
    }

    @Test
    void verify_changedOrCutOrNonsense_isRefused() {
        String token = signing.sign(claims(Use.SESSION, Duration.ofMinutes(1)));
        String[] parts = token.split("\\.");
        String other = base64(payload(token).replace("account-1", "account-2"));
        assertThat(isTaken(parts[0] + "." + other + "." + parts[2])).isFalse();
        assertThat(isTaken(parts[0] + "." + parts[1] + "." + "A".repeat(86)))
                .as("r = s = 0")
                .isFalse();
        assertThat(isTaken(token.substring(0, token.length() - 4))).isFalse();
        for (String text : new String[] {"", ".", "..", "a.b.c", "x".repeat(5000), token + ".", "é.é.é"}) {
            assertThat(isTaken(text)).as(text).isFalse();
        }
    }

    @Test
    void rotation_oldTokensStayGood_andBothKeysArePublished() {
        String old = signing.sign(claims(Use.SESSION, Duration.ofMinutes(30)));
        keys.rotate();
        clock.advance(Duration.ofMinutes(5));
        String next = signing.sign(claims(Use.SESSION, Duration.ofMinutes(30)));
        assertThat(header(old)).isNotEqualTo(header(next));
        assertThat(isTaken(old)).isTrue();
        assertThat(isTaken(next)).isTrue();
        assertThat(signing.publicKeys()).hasSize(2).allSatisfy(key -> assertThat(key)
                .containsOnlyKeys("kty", "crv", "x", "y", "use", "alg", "kid")
                .containsEntry("alg", "ES256"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }
}
