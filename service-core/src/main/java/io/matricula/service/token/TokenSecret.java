package io.matricula.service.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token in the clear, as the client sends it: 40 lower-case hex digits, 160 random bits. Lives only for the length of a
 * request or of the answer that shows it; {@link #toString} hides it from logs.
 */
public final class TokenSecret {
    private static final int BYTES = 20;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}");
    private final String hex;

    private TokenSecret(String hex) {
        this.hex = hex;
    }

    public static TokenSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TokenSecret(HexFormat.of().formatHex(bytes));
    }

    /** The token that a client sent; empty if the text can't be one. */
    public static Optional<TokenSecret> parse(String text) {
        return HEX.matcher(text).matches() ? Optional.of(new TokenSecret(text)) : Optional.empty();
    }

    public TokenHash hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(hex.getBytes(StandardCharsets.US_ASCII));
            return new TokenHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public String lastFour() {
        return hex.substring(hex.length() - 4);
    }

    /** The 40 hex digits, to be shown to the owner once. */
    public String reveal() {
        return hex;
    }

    @Override
    public String toString() {
        return "TokenSecret[…" + lastFour() + "]";
    }
}
