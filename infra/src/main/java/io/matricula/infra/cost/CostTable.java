package io.matricula.infra.cost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the table of {@code docs/operate/cost.md}: {@code java … io.matricula.infra.cost.CostTable} in the folder {@code infra}. */
public final class CostTable {
    private static final List<Double> MILLIONS = List.of(1.0, 10.0, 100.0);
    private static final int LEAST = 2;

    /** bench/results/http.md: what two cores read over HTTP. */
    private static final double MEASURED_ON_TWO_CORES = 51.6;

    /** Not measured: what a GPU of that machine is taken to read. */
    private static final double ASSUMED_ON_A_GPU = 100;

    private static final int CPUS = 4;
    private static final int GB = 8;

    private final Prices prices;
    private final Worker cpu;
    private final Worker gpu;

    CostTable(Prices prices) {
        this.prices = prices;
        double hour = CPUS * prices.fargateCpuHour() + GB * prices.fargateGbHour();
        this.cpu = new Worker("Fargate, 4 CPUs", hour, MEASURED_ON_TWO_CORES * CPUS / 2);
        this.gpu = new Worker("g4dn.xlarge", prices.gpuMachineHour(), ASSUMED_ON_A_GPU);
    }

    public static void main(String[] arguments) throws IOException {
        System.out.print(new CostTable(Prices.read(Path.of("prices.json"))).markdown());
    }

    String markdown() {
        List<MonthlyCost> costs = new ArrayList<>();
        for (Worker worker : List.of(cpu, gpu)) {
            MILLIONS.forEach(millions -> costs.add(new MonthlyCost(prices, worker, millions, LEAST)));
        }
        var lines = new StringBuilder();
        row(
                lines,
                "USD a month",
                costs.stream().map(cost -> cost.worker().name() + ", " + number(cost.millions()) + " M"));
        row(lines, "---", costs.stream().map(cost -> "---:"));
        row(lines, "workers at once, on average", costs.stream().map(cost -> decimal(cost.workers())));
        for (String part : costs.get(0).parts().keySet()) {
            row(lines, part, costs.stream().map(cost -> number(cost.parts().getOrDefault(part, 0.0))));
        }
        row(lines, "**in all**", costs.stream().map(cost -> number(cost.total())));
        row(lines, "**a million recognitions**", costs.stream().map(cost -> "**" + decimal(cost.perMillion()) + "**"));
        lines.append(String.format(
                Locale.ROOT,
                "%nA million calls that go by the queue cost %.2f USD more. A `g4dn.xlarge` is cheaper than Fargate if it reads over %.0f pictures a second.%n",
                MonthlyCost.laterPerMillion(prices),
                gpu.cheaperThan(cpu)));
        return lines.toString();
    }

    private static void row(StringBuilder lines, String first, Stream<String> cells) {
        lines.append(cells.collect(Collectors.joining(" | ", "| " + first + " | ", " |\n")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
