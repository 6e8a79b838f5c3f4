package io.matricula.service.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords are taken: long enough, and none that guessers try first (NIST SP 800-63B, which asks for neither digits nor signs).
 * Immutable.
 */
public final class PasswordPolicy {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;
    private static final int LEAST_DIFFERENT = 5;

    private final Set<String> common;

    private PasswordPolicy(Set<String> common) {
        this.common = common;
    }

    /** The policy with the list of common passwords inside the program. */
    public static PasswordPolicy builtIn() {
        try (InputStream file = PasswordPolicy.class.getResourceAsStream("common.txt")) {
            if (file == null) {
                throw new IllegalStateException("common.txt is missing from the program");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new PasswordPolicy(
                    text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a password, as a sentence for people; empty if it is taken. */
    public Optional<String> problem(String password, String email) {
        String lower = password.toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("The password must have " + SHORTEST + " to " + LONGEST + " characters.");
        }
        if (lower.chars().distinct().count() < LEAST_DIFFERENT) {
            return Optional.of("The password repeats too few characters.");
        }
        if (lower.contains(email) || email.substring(0, email.indexOf('@')).equals(lower)) {
            return Optional.of("The password must not be the e-mail address.");
        }
        return common.contains(lower) ? Optional.of("This password is one of the most common.") : Optional.empty();
    }
}
