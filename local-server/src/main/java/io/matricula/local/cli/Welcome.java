package io.matricula.local.cli;

import io.matricula.command.ExitCode;
import io.matricula.local.ReadyMessage;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says what to do next once the service is ready, and waits for its end. */
public final class Welcome implements QuarkusApplication {
    private final ReadyMessage message;
    private final String host;
    private final int port;
    private final PrintStream out = System.out;

    Welcome(
            ReadyMessage message,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.message = message;
        this.host = host;
        this.port = port;
    }

    @Override
    public int run(String... arguments) {
        out.println();
        out.println(message.text(host, port));
        Quarkus.waitForExit();
        return ExitCode.DONE;
    }
}
