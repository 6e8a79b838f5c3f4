package io.matricula.bench.speed;

import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.reading.dispatch.HttpDispatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Compares a worker, asked as a gateway asks it, with the engine alone: in turns, on the same cores and pictures, with as many callers. What a
 * gateway does comes on top of what the worker does, and shares its cores here.
 */
@Command(
        name = "worker",
        description = "Pictures a second and latency through a worker, beside the engine alone.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class WorkerCommand implements Callable<Integer> {
    private static final RecognitionRequest REQUEST =
            new RecognitionRequest(List.of(), false, 0.2, 0.6, Mode.NORMAL, List.of(), false, false, false, false);

    private static final String NOTE =
            "CPU: of the process that recognises; what asks it takes its own CPU on the same cores."
                    + " Ratio: through the worker to the engine alone.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Comparison comparison = new Comparison("worker");

    @Override
    public Integer call() throws Exception {
        try (WorkerProcess worker = WorkerProcess.start()) {
            HttpDispatch dispatch = HttpDispatch.to(worker.settings(), new SimpleMeterRegistry());
            String table = comparison.run(
                    "through a worker",
                    "A worker over HTTP",
                    NOTE,
                    worker.process(),
                    jpeg -> dispatch.recognize(jpeg, REQUEST, "bench"));
            spec.commandLine().getOut().println(table);
        }
        return 0;
    }
}
