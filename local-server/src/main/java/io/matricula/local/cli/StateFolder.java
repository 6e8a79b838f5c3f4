package io.matricula.local.cli;

import io.matricula.embedded.LocalState;
import io.matricula.embedded.StateException;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option {@code --state} of orders to accounts, and the folder behind it. */
final class StateFolder {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder for accounts, tokens and usage.",
            scope = ScopeType.INHERIT)
    private Path path = Path.of(System.getProperty("launcher.home", ""), "state");

    /** Works on the folder, which is made if it is not there. */
    void open(Consumer<LocalState> work) {
        try (LocalState opened = LocalState.open(path)) {
            work.accept(opened);
        } catch (StateException e) {
            throw new PlainError(ExitCode.STATE_NOT_WRITABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Works on accounts that are there; a mistyped folder is not to become a new, empty one. */
    void openExisting(Consumer<LocalState> work) {
        if (!LocalState.existsIn(path)) {
            throw new PlainError(ExitCode.WRONG_USAGE, "there are no accounts in " + path);
        }
        open(work);
    }
}
