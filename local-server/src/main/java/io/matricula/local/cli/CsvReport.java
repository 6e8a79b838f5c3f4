package io.matricula.local.cli;

import io.matricula.recognition.Plate;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RegionCandidate;
import io.matricula.recognition.geometry.Box;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table (RFC 4180) with one row a plate, and one row with an empty plate and a note for a picture without plates or that can't be read. Each
 * picture's rows are in the file as soon as it is read, so that an interrupted run keeps them.
 */
final class CsvReport implements Report {
    private static final String HEADER =
            "file,plate,score,region,region_score,detection_score,left,top,right,bottom,vehicle,make,model,colour,orientation,note";
    private static final String NO_PLATE = ",,,,,,,,,,,,,,,";

    private final Writer out;

    CsvReport(Writer out) throws IOException {
        this.out = out;
        row(HEADER);
    }

    @Override
    public void read(Path file, Recognition recognition) throws IOException {
        if (recognition.plates().isEmpty()) {
            row(quoted(file.toString()) + NO_PLATE + quoted(PlainReport.explain(recognition.emptyReason())));
        }
        for (Plate plate : recognition.plates()) {
            row(row(file, plate));
        }
        out.flush();
    }

    @Override
    public void unreadable(Path file, String why) throws IOException {
        row(quoted(file.toString()) + NO_PLATE + quoted(why));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void row(String fields) throws IOException {
        out.write(fields);
        out.write("\r\n");
    }

    private static String row(Path file, Plate plate) {
        Box box = plate.box();
        String region = plate.regions().isEmpty() ? "" : plate.regions().get(0).code();
        String regionScore = plate.regions().stream()
                .limit(1)
                .map(RegionCandidate::score)
                .map(CsvReport::score)
                .collect(Collectors.joining());
        VehicleWords vehicle = VehicleWords.of(plate.vehicle());
        return Stream.of(
                        quoted(file.toString()),
                        quoted(plate.reading().text()),
                        score(plate.reading().score()),
                        region,
                        regionScore,
                        score(plate.detectionScore()),
                        box.left(),
                        box.top(),
                        box.right(),
                        box.bottom(),
                        vehicle.type(),
                        quoted(vehicle.make()),
                        quoted(vehicle.model()),
                        quoted(vehicle.colour()),
                        quoted(vehicle.orientation()),
                        "")
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static String score(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
