package io.matricula.bench.speed;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Results;
import io.matricula.embedded.LocalState;
import io.matricula.service.admission.Admission;
import io.matricula.service.admission.AdmissionResult.Admitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast calls are admitted, each on disk before it is answered. */
@Command(
        name = "metering",
        description = "Admissions a second on SQLite: token look-up, quota, rate and day counter, flushed to disk.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class MeteringCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--callers", split = ",", description = "How many call at the same time, one row each.")
    private List<Integer> callers = List.of(1, 4, 16, 64);

    @Option(names = "--seconds", description = "How long each row takes.")
    private int seconds = 5;

    @Option(names = "--disk", description = "A folder on the disk to measure.")
    private Path disk = Path.of(System.getProperty("launcher.home", ""), "bench", "target");

    @Option(names = "--name", description = "Name of the result files.")
    private String name = "metering";

    @Option(names = "--results", description = "Folder for the results.")
    private Path results = Path.of(System.getProperty("launcher.home", ""), "bench", "results");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        List<Map<String, Object>> rows = new ArrayList<>();
        Path folder = Files.createTempDirectory(Files.createDirectories(disk), "metering");
        try (LocalState state = LocalState.open(folder)) {
            Load.Task admission = admission(state);
            Load.run(4, WARM_UP, admission);
            for (int count : callers) {
                rows.add(row(Load.run(count, Duration.ofSeconds(seconds), admission)));
            }
        } finally {
            delete(folder);
        }
        String about = "Calls of one account admitted on SQLite (write-ahead log, synchronous=FULL, group commit): "
                + "token and account looked up; quota, rate window and day counter written and flushed before the answer.";
        spec.commandLine()
                .getOut()
                .println(new Results(name, about, List.copyOf(rows.get(0).keySet()), rows).write(results, machine));
        return 0;
    }

    private static Load.Task admission(LocalState state) {
        Clock clock = Clock.systemUTC();
        String token = state.demoAccount(clock).token().reveal();
        var admission = new Admission(state.accounts(), state.tokens(), state.usage());
        return number -> {
            var account = admission.authenticate(token).orElseThrow();
            if (!(admission.admit(account, clock.instant()) instanceof Admitted)) {
                throw new IllegalStateException("the demo account's quota is too small for this measurement");
            }
        };
    }

    private static Map<String, Object> row(Load.Outcome outcome) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("callers", outcome.callers());
        row.put("admissions/s", Math.round(outcome.perSecond()));
        row.put("p50 ms", HttpCommand.rounded(outcome.latencies().at(0.5)));
        row.put("p99 ms", HttpCommand.rounded(outcome.latencies().at(0.99)));
        row.put("slowest ms", HttpCommand.rounded(outcome.latencies().at(1)));
        return row;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
