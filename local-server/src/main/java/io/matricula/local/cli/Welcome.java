package io.matricula.local.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;

/** Says what to do next once the service is ready, and waits for its end. */
public final class Welcome implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        System.out.println("Matricula is ready");
        Quarkus.waitForExit();
        return ExitCode.DONE;
    }
}
