package io.matricula.service.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final String EMAIL = "annabelle.smith@example.com";
    private final PasswordPolicy policy = PasswordPolicy.builtIn();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "123456789",
                "aaaaaaaaaaaa",
                "abababababab",
                "Password123",
                "QWERTYUIOP",
                "annabelle.smith@example.com",
                "Annabelle.Smith",
            })
    void problem_easilyGuessed_isNamed(String password) {
        assertThat(policy.problem(password, EMAIL)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gate seven opens",
                "correct horse",
                "0123456789abcdef",
                "пароль для ворот",
                "🚗🚙🚌🚎🏎🚓🚑🚒🚐🛻"
            })
    void problem_goodPassword_isEmpty(String password) {
        assertThat(policy.problem(password, EMAIL)).isEmpty();
    }

    @Test
    void problem_tooLong_isNamed() {
        String long200 = "0123456789".repeat(20);
        assertThat(policy.problem(long200, EMAIL)).isEmpty();
        assertThat(policy.problem(long200 + "x", EMAIL)).isPresent();
    }
}
