package io.matricula.command;

/** Ends a command with one line for the person at the keyboard, and an exit code of {@link ExitCode}. */
public final class PlainError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    public PlainError(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
