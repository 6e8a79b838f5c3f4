package io.matricula.command;

import java.util.function.Consumer;

/** Which installation an operator means, as options that each command gets. Its fields are filled by picocli. */
public interface Place {
    /**
     * Works on the installation's ports, and closes them. A place on this machine is made if it is not there.
     *
     * @throws PlainError if it can't be reached or used
     */
    void open(Consumer<OperatorPorts> work);

    /**
     * The same with an installation that must be there: a mistyped place is not to become a new, empty one.
     *
     * @throws PlainError also if it isn't there
     */
    default void openExisting(Consumer<OperatorPorts> work) {
        open(work);
    }
}
