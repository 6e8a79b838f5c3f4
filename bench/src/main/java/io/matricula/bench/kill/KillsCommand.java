package io.matricula.bench.kill;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.service.testkit.Emulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills what counts calls, again and again, and compares the counter with the answers. */
@Command(
        name = "kills",
        description =
                "kill -9 amid metered calls: the counter against the answers that clients saw. Ends with 1 if they differ.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class KillsCommand implements Callable<Integer> {
    private static final String ABOUT =
            "Processes killed with SIGKILL amid metered calls, each started on what the one before left."
                    + " SQLite: the whole service, a blank picture of 64 × 64 over HTTP, four callers; the counter is read from the"
                    + " state folder that it left. DynamoDB Local: a process that counts through the adapter, eight threads; the database goes on."
                    + " In flight: sent, but not answered when the process died; for DynamoDB the most that can have been."
                    + " Right: no kill left fewer calls counted than were answered, or more than were answered and in flight.";
    private final Path home = Path.of(System.getProperty("launcher.home", ""));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--calls", description = "Calls in all, of each of the two.")
    private int calls = 10_000;

    @Option(names = "--kills", description = "Kills among them, at points of chance.")
    private int kills = 20;

    @Option(names = "--seed", description = "Of the chance.")
    private long seed = 9;

    @Option(names = "--disk", description = "A folder on the disk to test.")
    private Path disk = home.resolve(Path.of("bench", "target"));

    @Mixin
    private Output output = new Output("kills");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Subject server = new KilledServer(disk)) {
            rows.add(row("service on SQLite", server));
        }
        if (Emulator.dynamoDbRunsHere()) {
            try (Subject client = new KilledClient(home, disk)) {
                rows.add(row("client of DynamoDB Local", client));
            }
        } else {
            spec.commandLine().getErr().println("DynamoDB Local doesn't run on this processor: left out");
        }
        spec.commandLine().getOut().println(output.write(ABOUT, rows, machine));
        return rows.stream().allMatch(row -> "yes".equals(row.get("right"))) ? 0 : 1;
    }

    private Map<String, Object> row(String what, Subject subject) throws IOException, InterruptedException {
        Random random = new Random(seed);
        long answered = 0;
        long inFlight = 0;
        long counted = 0;
        boolean right = true;
        for (int kill = 0; kill < kills; kill++) {
            int mean = calls / kills;
            Segment segment = subject.run(mean / 2 + random.nextInt(mean));
            answered += segment.answered();
            inFlight += segment.inFlight();
            counted += segment.counted();
            right &= segment.right();
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("killed", what);
        row.put("kills", kills);
        row.put("calls answered", answered);
        row.put("in flight at kills", inFlight);
        row.put("calls counted", counted);
        row.put("right", right ? "yes" : "no");
        return row;
    }
}
