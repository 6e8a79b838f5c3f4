package io.matricula.bench.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RecognitionMode;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
import io.matricula.recognition.Timings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One way to run the engine, measured in this JVM; prints the row as JSON for {@link EngineCommand}. */
@Command(name = "engine-run", hidden = true)
public final class EngineRun implements Callable<Integer> {
    private static final int WARM_UP_SECONDS = 8;

    @Parameters(description = "callers:threads:mode")
    private String way = "";

    @Mixin
    private Pictures pictures = new Pictures();

    @Option(names = "--bundle")
    private @Nullable Path bundle;

    @Option(names = "--seconds")
    private int seconds = 20;

    private final LongAdder decode = new LongAdder();
    private final LongAdder detect = new LongAdder();
    private final LongAdder rectify = new LongAdder();
    private final LongAdder read = new LongAdder();
    private final LongAdder vehicles = new LongAdder();
    private final LongAdder describe = new LongAdder();
    private final LongAdder plates = new LongAdder();

    @Override
    public Integer call() throws Exception {
        String[] parts = way.split(":");
        int callers = Integer.parseInt(parts[0]);
        int threads = Integer.parseInt(parts[1]);
        RecognitionMode mode = RecognitionMode.valueOf(parts[2].toUpperCase(Locale.ROOT));
        List<byte[]> jpegs = pictures.load();
        RecognizerConfig config = RecognizerConfig.defaults().withThreads(threads);
        try (PlateRecognizer engine = PlateRecognizer.open(bundle == null ? config : config.withBundle(bundle))) {
            RecognitionOptions options = RecognitionOptions.defaults().withMode(mode);
            Load.Task task = number -> note(engine.recognize(jpegs.get(number % jpegs.size()), options));
            Load.run(callers, Duration.ofSeconds(WARM_UP_SECONDS), task);
            List.of(decode, detect, rectify, read, vehicles, describe, plates).forEach(LongAdder::reset);
            long cpu = Use.cpuNanos();
            Load.Outcome outcome = Load.run(callers, Duration.ofSeconds(seconds), task);
            Map<String, Object> row = row(outcome, Use.cpuNanos() - cpu);
            row.put("callers", callers);
            row.put("threads each", threads);
            row.put("mode", parts[2]);
            System.out.println(new ObjectMapper().writeValueAsString(row));
        }
        return 0;
    }

    private void note(Recognition recognition) {
        Timings timings = recognition.timings();
        decode.add(timings.decode());
        detect.add(timings.detect());
        rectify.add(timings.rectify());
        read.add(timings.read());
        vehicles.add(timings.vehicles());
        describe.add(timings.describe());
        plates.add(recognition.plates().size());
    }

    private Map<String, Object> row(Load.Outcome outcome, long cpu) {
        int count = outcome.latencies().sorted().length;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("callers", 0);
        row.put("threads each", 0);
        row.put("mode", "");
        row.put("pictures", count);
        row.put("CPU ms", rounded(cpu / 1e6 / count));
        row.put("wall ms mean", rounded(outcome.latencies().mean()));
        row.put("p50", rounded(outcome.latencies().at(0.5)));
        row.put("p99", rounded(outcome.latencies().at(0.99)));
        row.put("pictures/s", rounded(outcome.perSecond()));
        row.put("decode ms", rounded(decode.sum() / 1e6 / count));
        row.put("detect ms", rounded(detect.sum() / 1e6 / count));
        row.put("rectify ms", rounded(rectify.sum() / 1e6 / count));
        row.put("read ms", rounded(read.sum() / 1e6 / count));
        row.put("vehicles ms", rounded(vehicles.sum() / 1e6 / count));
        row.put("describe ms", rounded(describe.sum() / 1e6 / count));
        row.put("plates each", rounded((double) plates.sum() / count));
        row.put(
                "resident MiB",
                Math.round(Use.residentMebibytes(ProcessHandle.current().pid())));
        row.put("peak MiB", Math.round(Use.peakMebibytes(ProcessHandle.current().pid())));
        return row;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
