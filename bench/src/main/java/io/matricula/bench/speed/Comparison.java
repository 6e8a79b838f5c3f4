package io.matricula.bench.speed;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every measurement that has another process recognise beside the engine alone, and the measurement itself. */
final class Comparison {
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
    private Output output;

    Comparison(String name) {
        output = new Output(name);
    }

    /** What has a picture recognised in the other process. */
    interface Way {
        void recognize(byte[] jpeg) throws Exception;
    }

    /**
     * Measures both, writes the result and returns its table.
     *
     * @param name of the other way
     * @param what the two are, for the heading
     * @param note on CPU and ratio
     */
    String run(String name, String what, String note, Process server, Way way) throws Exception {
        Machine machine = Machine.look();
        List<byte[]> jpegs = pictures.load();
        List<Map<String, Object>> rows = new ArrayList<>();
        try (PlateRecognizer engine = PlateRecognizer.open(RecognizerConfig.defaults())) {
            apart.place(server);
            RecognitionOptions options = RecognitionOptions.defaults();
            Load.Task alone = number -> engine.recognize(jpegs.get(number % jpegs.size()), options);
            Load.Task through = number -> way.recognize(jpegs.get(number % jpegs.size()));
            SideBySide sides = new SideBySide(name, server, Duration.ofSeconds(seconds), turns);
            for (int count : callers) {
                rows.addAll(sides.of(count, alone, through));
            }
        }
        String about = what + " beside the engine alone, in turns of " + seconds + " s, each warmed up by "
                + SideBySide.WARM_UP_CALLS + " calls: " + pictures.describe(jpegs) + ". " + note + apart.describe();
        return output.write(about, rows, machine);
    }
}
