package io.matricula.bench.speed;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.reading.dispatch.HttpDispatch;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Pictures pictures = new Pictures();

    @Option(names = "--seconds", description = "Time of each turn.")
    private int seconds = 8;

    @Option(names = "--turns", description = "Turns of each of the two.")
    private int turns = 4;

    @Option(names = "--callers", split = ",", description = "Numbers of callers.")
    private List<Integer> callers = List.of(1, 2);

    @Mixin
    private Apart apart = new Apart();

    @Mixin
    private Output output = new Output("worker");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        List<byte[]> jpegs = pictures.load();
        List<Map<String, Object>> rows = new ArrayList<>();
        try (WorkerProcess worker = WorkerProcess.start();
                PlateRecognizer engine = PlateRecognizer.open(RecognizerConfig.defaults())) {
            HttpDispatch dispatch = HttpDispatch.to(worker.settings(), new SimpleMeterRegistry());
            apart.place(worker.process());
            RecognitionOptions options = RecognitionOptions.defaults();
            Load.Task alone = number -> engine.recognize(jpegs.get(number % jpegs.size()), options);
            Load.Task through = number -> dispatch.recognize(jpegs.get(number % jpegs.size()), REQUEST, "bench");
            SideBySide comparison =
                    new SideBySide("through a worker", worker.process(), Duration.ofSeconds(seconds), turns);
            for (int count : callers) {
                rows.addAll(comparison.of(count, alone, through));
            }
        }
        String about = "A worker over HTTP beside the engine alone, in turns of " + seconds + " s, each warmed up by " + SideBySide.WARM_UP_CALLS + " calls: "
                + pictures.describe(jpegs)
                + ". CPU: of the process that recognises; what asks it takes its own CPU on the same cores. Ratio: through the worker to the"
                + " engine alone."
                + apart.describe();
        String table = output.write(about, rows, machine);
        spec.commandLine().getOut().println(table);
        return 0;
    }
}
