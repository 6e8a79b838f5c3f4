package io.matricula.command;

/** What a process answers to the shell, in all editions. The launcher adds 5 (no fitting JDK) and 6 (the build failed). */
public final class ExitCode {
    public static final int DONE = 0;
    /** At least one picture could not be read; all others were. */
    public static final int SOME_UNREADABLE = 1;

    public static final int WRONG_USAGE = 2;
    public static final int PORT_TAKEN = 3;
    public static final int STATE_NOT_WRITABLE = 4;
    public static final int OUTPUT_NOT_WRITABLE = 7;
    public static final int UNEXPECTED = 8;

    private ExitCode() {}
}
