package io.matricula.bench.speed;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.bench.server.Server;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
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
 * Compares the service with the engine alone: in turns, on the same cores and pictures, with as many callers. The load comes from this process, the
 * service is another one; both share the cores, so the CPU time of each is told apart.
 */
@Command(
        name = "http",
        description = "Requests a second and latency over HTTP, beside the engine alone.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class HttpCommand implements Callable<Integer> {
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
    private Output output = new Output("http");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        List<byte[]> jpegs = pictures.load();
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Server server = Server.start();
                PlateRecognizer engine = PlateRecognizer.open(RecognizerConfig.defaults())) {
            apart.place(server.process());
            RecognitionOptions options = RecognitionOptions.defaults();
            Load.Task alone = number -> engine.recognize(jpegs.get(number % jpegs.size()), options);
            Load.Task overHttp = number -> server.recognize(jpegs.get(number % jpegs.size()));
            SideBySide comparison = new SideBySide("over HTTP", server.process(), Duration.ofSeconds(seconds), turns);
            for (int count : callers) {
                rows.addAll(comparison.of(count, alone, overHttp));
            }
        }
        String about = "The service over HTTP beside the engine alone, in turns of " + seconds + " s, each warmed up by " + SideBySide.WARM_UP_CALLS + " calls: "
                + pictures.describe(jpegs)
                + ". CPU: of the process that recognises; the load's own CPU comes on top over HTTP. Ratio: over HTTP to the engine alone."
                + apart.describe();
        String table = output.write(about, rows, machine);
        spec.commandLine().getOut().println(table);
        return 0;
    }
}
