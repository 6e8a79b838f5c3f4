package io.matricula.bench.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every measurement that say where its result goes. */
public final class Output {
    @Option(names = "--name", description = "Name of the result files.")
    private String name;

    @Option(names = "--results", description = "Folder for the results.")
    private Path folder = Path.of(System.getProperty("launcher.home", ""), "bench", "results");

    public Output(String name) {
        this.name = name;
    }

    /** Writes both files and returns the table; the columns are those of the first row. */
    public String write(String about, List<Map<String, Object>> rows, Machine machine) throws IOException {
        return write(about, List.copyOf(rows.get(0).keySet()), rows, machine);
    }

    public String write(String about, List<String> columns, List<Map<String, Object>> rows, Machine machine)
            throws IOException {
        return new Results(name, about, columns, rows).write(folder, machine);
    }
}
