package io.matricula.bench.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measurement as it is kept: {@code NAME.json} for programs and {@code NAME.md} for people.
 *
 * @param about what was measured and on which pictures, in a sentence or two
 * @param columns of the table, the first names the row
 * @param rows cells by column
 */
public record Results(String name, String about, List<String> columns, List<Map<String, Object>> rows) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Writes both files into the folder and returns the table. */
    public String write(Path folder, Machine machine) throws IOException {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("name", name);
        kept.put("about", about);
        kept.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        kept.put("machine", machine);
        kept.put("rows", rows);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(kept) + "\n");
        String table = table();
        Files.writeString(
                folder.resolve(name + ".md"),
                "# " + name + "\n\n" + about + "\n\n" + describe(machine) + "\n\n" + table);
        return table;
    }

    private static String describe(Machine machine) {
        return machine.processor() + ", " + machine.cores() + " cores, " + machine.memory() + ", " + machine.system()
                + ", "
                + machine.java() + "; commit " + machine.commit() + ", " + LocalDate.now(ZoneOffset.UTC)
                + "; load at the start " + machine.load() + ".";
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        table.append("| ").append(String.join(" | ", columns)).append(" |\n");
        table.append("|").append(" --- |".repeat(columns.size())).append("\n");
        for (Map<String, Object> row : rows) {
            table.append("|");
            columns.forEach(column ->
                    table.append(" ").append(row.getOrDefault(column, "")).append(" |"));
            table.append("\n");
        }
        return table.toString();
    }
}
