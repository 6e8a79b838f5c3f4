package io.matricula.local.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What one command did. */
record CommandRun(int exitCode, String out, String err) {
    /** A scene that {@code matricula bench draw} drew, and README.md shows. */
    private static final Path DRAWN = Path.of("..", "docs", "pictures", "car.jpg");

    static final String DRAWN_TEXT = "LE322SB";

    static CommandRun of(Object... arguments) {
        return run(false, arguments);
    }

    static CommandRun onTerminal(Object... arguments) {
        return run(true, arguments);
    }

    private static CommandRun run(boolean terminal, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exitCode = Matricula.commandLine(print(out), print(err), terminal).execute(words);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Copies the drawn scene to the file. */
    static Path drawn(Path file) throws IOException {
        return Files.copy(DRAWN, file);
    }
}
