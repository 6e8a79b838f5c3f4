package io.matricula.worker.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {
    @Test
    void check_theSecret_letsIn() {
        assertThatCode(() -> with("s3cret").check("s3cret")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "s3cre", "s3cret ", "S3CRET"})
    void check_anythingElse_isRefused(String shown) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> with("s3cret").check(shown))
                .matches(e -> e.error() == ApiError.NOT_ALLOWED);
    }

    @Test
    void check_withoutASecret_letsEverybodyIn() {
        assertThatCode(() -> new SharedSecret(Optional::empty).check(null)).doesNotThrowAnyException();
    }

    private static SharedSecret with(String secret) {
        return new SharedSecret(() -> Optional.of(secret));
    }
}
