package io.matricula.bench.speed;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
    private Output output = new Output("http");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        List<byte[]> jpegs = pictures.load();
        List<Map<String, Object>> rows = new ArrayList<>();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (Server server = Server.start();
                PlateRecognizer engine = PlateRecognizer.open(RecognizerConfig.defaults())) {
            RecognitionOptions options = RecognitionOptions.defaults();
            Load.Task alone = number -> engine.recognize(jpegs.get(number % jpegs.size()), options);
            Load.Task overHttp = number -> server.recognize(client, jpegs.get(number % jpegs.size()));
            for (int count : callers) {
                rows.addAll(compare(count, alone, overHttp, server.process()));
            }
        }
        String about = "The service over HTTP beside the engine alone, in turns of " + seconds + " s: "
                + pictures.describe(jpegs)
                + ". CPU: of the process that recognises; the load's own CPU comes on top over HTTP. Ratio: over HTTP to the engine alone.";
        String table = output.write(about, rows, machine);
        spec.commandLine().getOut().println(table);
        return 0;
    }

    private List<Map<String, Object>> compare(int count, Load.Task alone, Load.Task overHttp, Process server)
            throws Exception {
        Duration turn = Duration.ofSeconds(seconds);
        Load.run(count, turn, alone);
        Load.run(count, turn, overHttp);
        Turns engine = new Turns();
        Turns http = new Turns();
        for (int i = 0; i < turns; i++) {
            long cpu = Use.cpuNanos();
            Load.Outcome outcome = Load.run(count, turn, alone);
            engine.add(outcome, Use.cpuNanos() - cpu, 0);
            long serverCpu = Use.cpuNanos(server);
            cpu = Use.cpuNanos();
            outcome = Load.run(count, turn, overHttp);
            http.add(outcome, Use.cpuNanos(server) - serverCpu, Use.cpuNanos() - cpu);
        }
        Map<String, Object> engineRow = engine.row("engine alone", count);
        Map<String, Object> httpRow = http.row("over HTTP", count);
        httpRow.put("resident MiB", Math.round(Use.residentMebibytes(server.pid())));
        httpRow.put("throughput ratio", rounded(http.perSecond() / engine.perSecond()));
        httpRow.put(
                "p50 added ms",
                rounded(http.percentiles().at(0.5) - engine.percentiles().at(0.5)));
        return List.of(merge(engineRow, httpRow), httpRow);
    }

    /** Both rows shall have the same columns. */
    private static Map<String, Object> merge(Map<String, Object> row, Map<String, Object> columns) {
        columns.keySet().forEach(column -> row.putIfAbsent(column, ""));
        return row;
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** All turns of one of the two, taken together. */
    private static final class Turns {
        private final List<Long> latencies = new ArrayList<>();
        private long wall;
        private long cpu;
        private long loadCpu;

        void add(Load.Outcome outcome, long cpuNanos, long loadNanos) {
            for (long latency : outcome.latencies().sorted()) {
                latencies.add(latency);
            }
            wall += outcome.wall();
            cpu += cpuNanos;
            loadCpu += loadNanos;
        }

        double perSecond() {
            return latencies.size() / (wall / 1e9);
        }

        Percentiles percentiles() {
            return Percentiles.of(latencies.stream().mapToLong(Long::longValue).toArray());
        }

        Map<String, Object> row(String way, int callers) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("way", way);
            row.put("callers", callers);
            row.put("pictures", latencies.size());
            row.put("pictures/s", rounded(perSecond()));
            row.put("p50 ms", rounded(percentiles().at(0.5)));
            row.put("p99 ms", rounded(percentiles().at(0.99)));
            row.put("CPU ms", rounded(cpu / 1e6 / latencies.size()));
            row.put("load's CPU ms", rounded(loadCpu / 1e6 / latencies.size()));
            return row;
        }
    }
}
