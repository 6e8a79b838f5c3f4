package io.matricula.service.licence;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Port: what one installation keeps about itself. Every write is durable when the method returns. Safe for concurrent use, also by several
 * processes. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface InstallationStore {
    /**
     * Changes the installation atomically: of two concurrent changes the second sees the first.
     *
     * @param first makes it, if there is none yet; may be called in vain
     * @param change pure; keeps the keys; may be called more than once
     * @return the installation as it is now
     */
    Installation update(Supplier<Installation> first, UnaryOperator<Installation> change);
}
