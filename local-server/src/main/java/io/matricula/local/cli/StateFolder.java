package io.matricula.local.cli;

import io.matricula.command.ExitCode;
import io.matricula.command.OperatorPorts;
import io.matricula.command.Place;
import io.matricula.command.PlainError;
import io.matricula.embedded.LocalState;
import io.matricula.embedded.StateException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option {@code --state} of an operator's orders, and the folder behind it. */
final class StateFolder implements Place {
    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Folder for accounts, tokens and usage.",
            scope = ScopeType.INHERIT)
    private Path path = Path.of(System.getProperty("launcher.home", ""), "state");

    private final Clock clock;

    StateFolder(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void open(Consumer<OperatorPorts> work) {
        try (LocalState opened = LocalState.open(path)) {
            work.accept(new LocalPorts(opened, clock));
        } catch (StateException e) {
            throw new PlainError(ExitCode.STATE_NOT_WRITABLE, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void openExisting(Consumer<OperatorPorts> work) {
        if (!LocalState.existsIn(path)) {
            throw new PlainError(ExitCode.WRONG_USAGE, "there are no accounts in " + path);
        }
        open(work);
    }
}
