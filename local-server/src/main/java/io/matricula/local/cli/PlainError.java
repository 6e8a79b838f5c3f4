package io.matricula.local.cli;

/** Ends a command with one line for the person at the keyboard, and an exit code of {@link ExitCode}. */
final class PlainError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    PlainError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
