package io.matricula.local.cli;

import io.matricula.command.ExitCode;
import io.matricula.command.PlainError;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognitionMode;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
import io.matricula.recognition.VehicleDescriptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads pictures in this process, without the service. */
@Command(
        name = "read",
        description = "Prints the plates in pictures.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReadCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PICTURE", description = "Picture files, or folders with pictures.")
    private List<Path> arguments = List.of();

    @Option(names = "--json", description = "Print one JSON object a picture, with all that is known.")
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Also write a table with one row a plate.")
    private @Nullable Path csv;

    @Option(
            names = "--draw",
            paramLabel = "OUT",
            description = "Also write the picture with its plates and vehicles marked: a .jpg or .png, or a folder.")
    private @Nullable Path draw;

    @Option(
            names = "--regions",
            split = "[,\\s]+",
            paramLabel = "CODE",
            description = "Where plates are expected from, such as fr,de or us-ca.")
    private List<String> regions = List.of();

    @Option(names = "--mode", paramLabel = "MODE", description = "fast, normal or redaction (default: normal).")
    private RecognitionMode mode = RecognitionMode.NORMAL;

    @Option(names = "--mmc", description = "Also tell make, model, colour and orientation of vehicles.")
    private boolean mmc;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    /** @param terminal whether {@code err} is a terminal, where a progress bar makes sense */
    ReadCommand(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        // What the libraries have to tell about their start is of no interest beside plates.
        Logger.getLogger("").setLevel(Level.WARNING);
        List<Path> files = PictureFiles.of(arguments);
        if (files.isEmpty()) {
            throw new PlainError(ExitCode.SOME_UNREADABLE, "no pictures in " + arguments.get(0));
        }
        Drawings drawings = draw == null ? Drawings.none() : Drawings.plan(files, draw);
        try (Reports reports = reports(files.size());
                PlateRecognizer recognizer = open(files.size())) {
            readAll(files, new PictureReader(recognizer, options(), drawings), reports);
            return reports.unreadable() == 0 ? ExitCode.DONE : ExitCode.SOME_UNREADABLE;
        }
    }

    /** One picture gets all cores, many pictures get one each, which is the faster way for both. */
    private static PlateRecognizer open(int pictures) throws IOException {
        return PlateRecognizer.open(RecognizerConfig.defaults().withThreads(pictures == 1 ? cores() : 1));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private RecognitionOptions options() {
        return RecognitionOptions.defaults()
                .withRegions(regions, false)
                .withMode(mode)
                .withVehicleDescriptions(mmc ? VehicleDescriptions.ALL : VehicleDescriptions.TYPES);
    }

    private Reports reports(int pictures) throws IOException {
        List<Report> reports = new ArrayList<>();
        reports.add(json ? new JsonReport(out) : new PlainReport(out));
        if (csv != null) {
            reports.add(csv(csv));
        }
        ProgressBar bar = terminal && pictures > 1 ? new ProgressBar(err, pictures, System.nanoTime()) : null;
        return new Reports(reports, err, bar);
    }

    private static Report csv(Path file) {
        if (PictureFiles.isPicture(file)) {
            // `--csv *.jpg` would put the table in place of the first picture.
            throw new PlainError(
                    ExitCode.WRONG_USAGE, "--csv needs the name of a table, but " + file + " is a picture's");
        }
        try {
            return new CsvReport(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PlainError(ExitCode.OUTPUT_NOT_WRITABLE, "can't write " + file);
        }
    }

    private void readAll(List<Path> files, PictureReader reader, Reports reports) throws Exception {
        InOrder.run(files, Math.min(cores(), files.size()), reader::read, reading -> {
            report(reading, reports);
            if (out.checkError()) {
                throw new PlainError(ExitCode.OUTPUT_NOT_WRITABLE, "nobody reads the output any more");
            }
        });
    }

    /** Only the table can't be written in this way: the streams swallow what goes wrong. */
    private void report(PictureReading reading, Reports reports) {
        try {
            reading.reportTo(reports);
        } catch (IOException e) {
            throw new PlainError(ExitCode.OUTPUT_NOT_WRITABLE, "can't write " + csv + ": " + e.getMessage());
        }
    }
}
