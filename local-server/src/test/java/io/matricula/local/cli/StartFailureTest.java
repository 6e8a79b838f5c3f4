package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.command.PlainError;
import io.matricula.embedded.StateException;
import io.smallrye.config.ConfigValidationException;
import jakarta.enterprise.inject.CreationException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
    @Test
    void failure_ofTheState_isAPlainError() {
        var cause = new StateException("plans.yaml: no such thing", new IllegalArgumentException());

        Exception told =
                StartFailure.of(new RuntimeException("Failed to start quarkus", new CreationException("bean", cause)));

        assertThat(told).isInstanceOf(PlainError.class).hasMessage("plans.yaml: no such thing");
    }

    @Test
    void failure_ofSettings_isAPlainErrorWithAllProblems() {
        var problems = new ConfigValidationException.Problem[] {
            new ConfigValidationException.Problem("matricula.a is no number"),
            new ConfigValidationException.Problem("matricula.b is missing")
        };

        assertThat(StartFailure.of(new RuntimeException(new ConfigValidationException(problems))))
                .isInstanceOf(PlainError.class)
                .hasMessage("matricula.a is no number; matricula.b is missing");
    }

    @Test
    void failure_ofAnyOtherKind_isTheFirstThatSaysSomething() {
        var cause = new IllegalStateException("CUDA can't be used", new RuntimeException("no library"));

        assertThat(StartFailure.of(new RuntimeException(new RuntimeException("Failed", cause))))
                .isSameAs(cause);
        assertThat(StartFailure.of(new RuntimeException("alone"))).hasMessage("alone");
        assertThat(StartFailure.of(new NoClassDefFoundError("x"))).hasRootCauseMessage("x");
    }
}
