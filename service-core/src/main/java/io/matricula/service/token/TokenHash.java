package io.matricula.service.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The SHA-256 of a token as 64 lower-case hex digits: the only form in which a token is kept, and safe to log. */
public record TokenHash(String hex) {
    public TokenHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hex");
        }
    }

    /** Compares in constant time, so that the answer's delay tells nothing about the stored hash. */
    public boolean matches(TokenHash other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
    }
}
