package io.matricula.bench.speed;

import io.matricula.bench.server.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Compares the service with the engine alone: in turns, on the same cores and pictures, with as many callers. The load comes from this process, the
 * service is another one; both share the cores, so the CPU time of each is told apart.
 */
@Command(
        name = "http",
        description = "Requests a second and latency over HTTP, beside the engine alone.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class HttpCommand implements Callable<Integer> {
    private static final String NOTE =
            "CPU: of the process that recognises; the load's own CPU comes on top over HTTP. Ratio: over HTTP to the engine alone.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Comparison comparison = new Comparison("http");

    @Override
    public Integer call() throws Exception {
        try (Server server = Server.start()) {
            String table =
                    comparison.run("over HTTP", "The service over HTTP", NOTE, server.process(), server::recognize);
            spec.commandLine().getOut().println(table);
        }
        return 0;
    }
}
