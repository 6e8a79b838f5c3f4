package io.matricula.local.cli;

/** What the process answers to the shell. The launcher adds 5 (no fitting JDK) and 6 (the build failed). */
final class ExitCode {
    static final int DONE = 0;
    /** At least one picture could not be read; all others were. */
    static final int SOME_UNREADABLE = 1;

    static final int WRONG_USAGE = 2;
    static final int PORT_TAKEN = 3;
    static final int STATE_NOT_WRITABLE = 4;
    static final int OUTPUT_NOT_WRITABLE = 7;
    static final int UNEXPECTED = 8;

    private ExitCode() {}
}
