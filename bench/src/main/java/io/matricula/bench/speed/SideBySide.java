package io.matricula.bench.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Another process that recognises beside the engine alone in this one: in turns, so that what else the machine does falls on both.
 *
 * @param name of the other way
 * @param turn time of each turn
 * @param turns of each of the two
 */
record SideBySide(String name, Process server, Duration turn, int turns) {
    /** What is done once a call is interpreted for the first 50 calls, and what that calls compiled after it: a service that runs is long past that. */
    static final int WARM_UP_CALLS = 500;

    /** A row for each of the two, with so many callers. */
    List<Map<String, Object>> of(int count, Load.Task alone, Load.Task overHttp) throws Exception {
        warmUp(count, alone);
        warmUp(count, overHttp);
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
        Map<String, Object> httpRow = http.row(name, count);
        httpRow.put("resident MiB", Math.round(Use.residentMebibytes(server.pid())));
        httpRow.put("throughput ratio", Percentiles.rounded(http.perSecond() / engine.perSecond()));
        httpRow.put(
                "p50 added ms",
                Percentiles.rounded(
                        http.percentiles().at(0.5) - engine.percentiles().at(0.5)));
        return List.of(merge(engineRow, httpRow), httpRow);
    }

    private void warmUp(int count, Load.Task task) throws Exception {
        for (int calls = 0; calls < WARM_UP_CALLS; ) {
            calls += Load.run(count, turn, task).latencies().sorted().length;
        }
    }

    /** Both rows shall have the same columns. */
    private static Map<String, Object> merge(Map<String, Object> row, Map<String, Object> columns) {
        columns.keySet().forEach(column -> row.putIfAbsent(column, ""));
        return row;
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
            row.put("pictures/s", Percentiles.rounded(perSecond()));
            row.put("p50 ms", Percentiles.rounded(percentiles().at(0.5)));
            row.put("p99 ms", Percentiles.rounded(percentiles().at(0.99)));
            row.put("CPU ms", Percentiles.rounded(cpu / 1e6 / latencies.size()));
            row.put("load's CPU ms", Percentiles.rounded(loadCpu / 1e6 / latencies.size()));
            return row;
        }
    }
}
