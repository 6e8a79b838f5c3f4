package io.matricula.bench.queue;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.bench.server.Server;
import io.matricula.bench.speed.Load;
import io.matricula.bench.speed.Percentiles;
import io.matricula.bench.speed.Pictures;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends more calls than the service can answer, at a steady rate that waits for no answer, and tells what became of each. */
@Command(
        name = "saturation",
        description =
                "Calls at a multiple of what the service can read: who is answered, who is refused, and how soon.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class SaturationCommand implements Callable<Integer> {
    private static final String ABOUT =
            "Calls at %.0f times the rate that the service reads on this machine (%.1f pictures/s, two callers),"
                    + " each sent when it is due, whatever became of the others: %s. Client and service share the cores. Other: any status but 201, 202 and"
                    + " 503, and what was not answered within a minute.";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Pictures pictures = new Pictures();

    @Option(names = "--times", description = "How many times the capacity is asked for.")
    private double times = 3;

    @Option(names = "--seconds", description = "How long.")
    private int seconds = 30;

    @Mixin
    private Output output = new Output("saturation");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.look();
        List<byte[]> jpegs = pictures.load();
        List<Map<String, Object>> rows = new ArrayList<>();
        double capacity;
        try (Server server = Server.start()) {
            capacity = capacity(server, jpegs);
            rows.add(row("no preference", send(server, jpegs, "", times * capacity)));
        }
        try (Server server = Server.start()) {
            capacity(server, jpegs);
            rows.add(row("respond-async, wait=10", send(server, jpegs, "respond-async, wait=10", times * capacity)));
        }
        String table = output.write(String.format(ABOUT, times, capacity, pictures.describe(jpegs)), rows, machine);
        spec.commandLine().getOut().println(table);
        return 0;
    }

    private double capacity(Server server, List<byte[]> jpegs) throws Exception {
        Load.Task one = number ->
                require(201, ask(server, jpegs.get(number % jpegs.size()), "").status());
        Load.run(2, Duration.ofSeconds(5), one);
        return Load.run(2, Duration.ofSeconds(10), one).perSecond();
    }

    private static void require(int expected, int status) throws IOException {
        if (status != expected) {
            throw new IOException("status " + status);
        }
    }

    /** What became of a call; status 0 if it was not answered. */
    private record Answered(int status, long nanos) {}

    private Answered ask(Server server, byte[] jpeg, String prefer) {
        HttpRequest.Builder request = server.picture(jpeg).timeout(PATIENCE);
        if (!prefer.isEmpty()) {
            request.header("Prefer", prefer);
        }
        long started = System.nanoTime();
        int status = 0;
        try {
            status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            // Not answered, whatever the reason.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Answered(status, System.nanoTime() - started);
    }

    private List<Answered> send(Server server, List<byte[]> jpegs, String prefer, double perSecond) throws Exception {
        ExecutorService callers = Executors.newCachedThreadPool();
        try {
            List<Future<Answered>> calls = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < perSecond * seconds; i++) {
                long due = start + (long) (i * 1e9 / perSecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                byte[] jpeg = jpegs.get(i % jpegs.size());
                calls.add(callers.submit(() -> ask(server, jpeg, prefer)));
            }
            List<Answered> answered = new ArrayList<>();
            for (Future<Answered> call : calls) {
                answered.add(call.get());
            }
            return answered;
        } finally {
            callers.shutdownNow();
        }
    }

    private Map<String, Object> row(String prefer, List<Answered> all) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Prefer", prefer);
        row.put("calls", all.size());
        long other = all.size();
        for (int status : new int[] {201, 202, 503}) {
            Percentiles times = Percentiles.of(all.stream()
                    .filter(one -> one.status() == status)
                    .mapToLong(Answered::nanos)
                    .toArray());
            int count = times.sorted().length;
            row.put(Integer.toString(status), count);
            row.put(status + " p50 ms", count == 0 ? "" : Math.round(times.at(0.5)));
            row.put(status + " p99 ms", count == 0 ? "" : Math.round(times.at(0.99)));
            other -= count;
        }
        row.put("other", other);
        return row;
    }
}
