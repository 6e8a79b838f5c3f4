package io.matricula.service.testkit;

import io.matricula.service.licence.Installation;
import io.matricula.service.licence.InstallationStore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One installation in memory, for tests. Safe for concurrent use. */
public final class InMemoryInstallationStore implements InstallationStore {
    private @Nullable Installation installation;

    @Override
    public synchronized Installation update(Supplier<Installation> first, UnaryOperator<Installation> change) {
        Installation changed = change.apply(installation == null ? first.get() : installation);
        installation = changed;
        return changed;
    }
}
