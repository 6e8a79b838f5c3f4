package io.matricula.bench.queue;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.bench.server.Server;
import io.matricula.bench.speed.Pictures;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Kills the service again and again while it works on a batch, and counts what is left of it. */
@Command(
        name = "durability",
        description = "Kills the service (kill -9) under a batch, and counts its results: each must be there, once.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class DurabilityCommand implements Callable<Integer> {
    private static final String ABOUT =
            "A batch of %d pictures on the local edition (SQLite, flushed), whose process is killed %d times"
                    + " (SIGKILL) up to half a second after it is ready, in the middle of its work, and started anew on the same state folder. Lost: without a"
                    + " result in the end. Changed: with a result that differs from one that was seen before a kill.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Pictures pictures = new Pictures();

    @Option(names = "--batch", description = "Pictures of the batch.")
    private int size = 200;

    @Option(names = "--kills", description = "How often the service is killed.")
    private int kills = 20;

    @Option(names = "--seed", description = "Of the moments at which it is killed.")
    private long seed = 1;

    @Mixin
    private Output output = new Output("durability");

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        var random = new Random(seed);
        long started = System.nanoTime();
        Path state = Files.createTempDirectory("matricula-bench");
        Server server = Server.on(state);
        try {
            var batch = QueuedBatch.send(server, pictures.load(), size);
            int killed = 0;
            while (killed < kills && batch.look(server) < size) {
                Thread.sleep(random.nextInt(500));
                batch.look(server);
                server.kill();
                killed++;
                server = Server.on(state);
            }
            batch.await(server);
            String table = output.write(
                    String.format(ABOUT, size, killed), List.of(row(batch, server, killed, started)), machine);
            spec.commandLine().getOut().println(table);
            return batch.isWhole() ? 0 : 1;
        } finally {
            server.close();
            Server.delete(state);
        }
    }

    private static Map<String, Object> row(QueuedBatch batch, Server server, int killed, long started)
            throws Exception {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("pictures", batch.size());
        row.put("kills", killed);
        row.put("results", batch.results());
        row.put("lost", batch.size() - batch.results());
        row.put("failed", batch.failed());
        row.put("changed", batch.changed());
        row.put("calls counted", server.counted(HttpClient.newHttpClient()));
        row.put("seconds", Math.round((System.nanoTime() - started) / 1e9));
        return row;
    }
}
