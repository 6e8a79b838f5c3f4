package io.matricula.service.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A key pair on P-256 that signs tokens (ES256). Immutable; {@link #toString} hides the private half from logs.
 *
 * @param id named in the tokens that it signed
 */
public record SigningKey(String id, Instant created, ECPublicKey publicKey, ECPrivateKey privateKey) {

    /** A new key. */
    public static SigningKey generate(Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            String id = UUID.randomUUID().toString().substring(0, 8);
            return new SigningKey(id, now, (ECPublicKey) pair.getPublic(), (ECPrivateKey) pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    /** Both halves as text on one line: base64 of X.509 and PKCS #8. A secret. */
    public String encoded() {
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(publicKey.getEncoded()) + " " + base64.encodeToString(privateKey.getEncoded());
    }

    /**
     * The key of {@link #encoded}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SigningKey decode(String id, Instant created, String encoded) {
        String[] halves = encoded.split(" ", -1);
        if (halves.length != 2) {
            throw new IllegalArgumentException("not a signing key");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("EC");
            var publicKey = factory.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
            var privateKey = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1])));
            return new SigningKey(id, created, (ECPublicKey) publicKey, (ECPrivateKey) privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a signing key", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
