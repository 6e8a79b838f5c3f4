package io.matricula.local.cli;

import io.matricula.command.ExitCode;
import io.matricula.command.PlainError;
import io.matricula.embedded.StateException;
import io.smallrye.config.ConfigValidationException;
import jakarta.enterprise.inject.CreationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why the service did not start, out of what the framework has wrapped around it. */
final class StartFailure {
    private StartFailure() {}

    /** A {@link PlainError} for what whoever started it can mend in settings or state folder, else the failure itself. */
    static Exception of(Throwable failure) {
        Throwable told = failure;
        while (isWrapping(told) && told.getCause() != null) {
            told = told.getCause();
        }
        if (told instanceof StateException) {
            return new PlainError(ExitCode.STATE_NOT_WRITABLE, String.valueOf(told.getMessage()));
        }
        if (told instanceof ConfigValidationException wrong) {
            return new PlainError(ExitCode.WRONG_USAGE, problems(wrong));
        }
        return told instanceof Exception itself ? itself : new IllegalStateException(told);
    }

    private static String problems(ConfigValidationException wrong) {
        return IntStream.range(0, wrong.getProblemCount())
                .mapToObj(i -> wrong.getProblem(i).getMessage())
                .collect(Collectors.joining("; "));
    }

    private static boolean isWrapping(Throwable failure) {
        return failure.getClass() == RuntimeException.class || failure instanceof CreationException;
    }
}
