package io.matricula.bench.speed;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.bench.server.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long a user waits from the command to the first plate. */
@Command(
        name = "start",
        description = "Time from `matricula serve` to the first answer.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class StartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Pictures pictures = new Pictures();

    @Option(names = "--starts", description = "How many times.")
    private int starts = 7;

    @Mixin
    private Output output = new Output("start");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        byte[] jpeg = pictures.load().get(0);
        long[] ready = new long[starts];
        long[] answered = new long[starts];
        long[] cpu = new long[starts];
        for (int i = 0; i < starts; i++) {
            try (Server server = Server.start()) {
                ready[i] = System.nanoTime() - server.started();
                server.recognize(jpeg);
                answered[i] = System.nanoTime() - server.started();
                cpu[i] = Use.cpuNanos(server.process());
            }
        }
        List<Map<String, Object>> rows = List.of(
                row("ready (token printed), wall", ready),
                row("first answer, wall", answered),
                row("first answer, CPU", cpu));
        String about = "From the start of `matricula serve`, built already, with a new state folder, " + starts
                + " times, to the answer to the first picture.";
        spec.commandLine().getOut().println(output.write(about, rows, machine));
        return 0;
    }

    private static Map<String, Object> row(String what, long[] nanos) {
        Percentiles times = Percentiles.of(nanos);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("what", what);
        row.put("fastest s", Percentiles.rounded(times.at(0) / 1e3));
        row.put("median s", Percentiles.rounded(times.at(0.5) / 1e3));
        row.put("slowest s", Percentiles.rounded(times.at(1) / 1e3));
        return row;
    }
}
