package io.matricula.bench.speed;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** Gives the service a core of its own, as it has where the load comes over a network: the engine alone gets one core, too. */
final class Apart {
    @Option(
            names = "--apart",
            description = "The service on the first core; the load, and in its turns the engine alone, on the second."
                    + " Needs Linux' taskset.")
    private boolean apart;

    void place(Process service) throws IOException, InterruptedException {
        if (apart) {
            pin(service.pid(), 0);
            pin(ProcessHandle.current().pid(), 1);
        }
    }

    String describe() {
        return apart
                ? " The service has a core of its own, the engine alone another one, which the load has in the service's turns."
                : "";
    }

    /** All threads that a process has; later ones follow those that start them. */
    private static void pin(long process, int core) throws IOException, InterruptedException {
        var taskset = new ProcessBuilder(List.of("taskset", "-acp", Integer.toString(core), Long.toString(process)));
        int status = taskset.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("taskset could not place process " + process + " on core " + core);
        }
    }
}
