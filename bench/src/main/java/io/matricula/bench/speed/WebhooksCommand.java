package io.matricula.bench.speed;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast events reach three targets, and whether bad targets delay a good one. */
@Command(
        name = "webhooks",
        description =
                "Deliveries a second to three targets, and the delay of one beside a dead and a 30-second target.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class WebhooksCommand implements Callable<Integer> {
    private static final String ABOUT =
            "Events of one account with three webhooks, published as calls publish them (SQLite, flushed) and delivered by one worker,"
                    + " signed, each attempt logged, to a receiver in the same process over loopback. Delay: from before the event is"
                    + " written until the receiver has the request, at the third target. The dead target refuses connections; the silent"
                    + " one takes 30 s to answer, of which the worker waits 15.";
    private final Path home = Path.of(System.getProperty("launcher.home", ""));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rate", description = "Events a second; each is delivered to three targets.")
    private int rate = 170;

    @Option(names = "--seconds", description = "How long events are published at that rate.")
    private int seconds = 30;

    @Option(names = "--burst", description = "Events published as fast as can be, for the highest rate.")
    private int burst = 3000;

    @Option(names = "--disk", description = "A folder on the disk to measure.")
    private Path disk = home.resolve(Path.of("bench", "target"));

    @Mixin
    private Output output = new Output("webhooks");

    @Override
    public Integer call() throws Exception {
        // Without it the JDK's small server waits 40 ms for more to send with each answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Machine machine = Machine.look();
        measure(WebhookRun.Targets.ALL_GOOD, 500, 0);
        List<Map<String, Object>> rows = List.of(
                measure(WebhookRun.Targets.ALL_GOOD, burst, 0),
                measure(WebhookRun.Targets.ALL_GOOD, rate * seconds, rate),
                measure(WebhookRun.Targets.ONE_GOOD, rate * seconds, rate));
        var table = output.write(ABOUT, rows, machine);
        spec.commandLine().getOut().println(table);
        return 0;
    }

    private Map<String, Object> measure(WebhookRun.Targets targets, int events, int perSecond) throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(disk), "webhooks");
        try (var run = new WebhookRun(folder, targets)) {
            WebhookRun.Outcome outcome = run.publish(events, perSecond, Duration.ofMinutes(2));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("targets", targets.text);
            row.put("events/s", perSecond == 0 ? "all at once" : perSecond);
            row.put("events", events);
            row.put("delivered", outcome.delivered());
            row.put("deliveries/s", Math.round(outcome.delivered() / outcome.seconds()));
            row.put("p50 ms", Percentiles.rounded(outcome.delays().at(0.5)));
            row.put("p99 ms", Percentiles.rounded(outcome.delays().at(0.99)));
            row.put("slowest ms", Percentiles.rounded(outcome.delays().at(1)));
            return row;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
