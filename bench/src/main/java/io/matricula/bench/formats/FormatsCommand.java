package io.matricula.bench.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.bench.formats.CropReader.ReadCrop;
import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.recognition.bundle.Manifest.ReaderSpec;
import io.matricula.recognition.bundle.ModelBundle;
import io.matricula.recognition.image.PictureException;
import io.matricula.recognition.read.PlateDecoder;
import io.matricula.recognition.region.FormatTuning;
import io.matricula.recognition.region.RegionFormats;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what formats do for a reader, and fits their weight to it. To be run when a bundle has a new reader. */
@Command(
        name = "formats",
        description = "Measures what plate formats do for the reader, on crops it was not trained on.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class FormatsCommand implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("crops", "number", "exact", "O=0 I=1", "loss", "calibration error");

    @Parameters(
            paramLabel = "CROPS",
            description =
                    "Folder with crops.jsonl (image, text, region, source, corners), as `reader judged` writes it.")
    private Path folder = Path.of("");

    @Option(names = "--bundle", description = "Folder of the bundle; without it, the one that is built in.")
    private @Nullable Path bundle;

    @Option(names = "--most", description = "At most so many crops of each source, so that none outweighs the others.")
    private int most = 250;

    @Option(names = "--fit", description = "Look for better weights and print them; they go into FormatTuning.")
    private boolean fit;

    @Mixin
    private Output output = new Output("formats");

    private final PrintStream out = System.out;
    private final RegionFormats formats = RegionFormats.load();
    private final List<Map<String, Object>> rows = new ArrayList<>();

    @Override
    public Integer call() throws IOException, PictureException {
        Machine machine = Machine.look();
        ModelBundle models = bundle == null ? ModelBundle.builtIn() : ModelBundle.of(bundle);
        ReaderSpec spec = models.manifest().reader();
        List<ReadCrop> crops = read(models);
        FormatTuning tuning = FormatTuning.fitted();
        if (fit) {
            tuning = new FormatFit(
                            each -> FormatScore.of(decoder(spec, each), crops, none())
                                    .loss(),
                            out)
                    .from(tuning);
            out.println(tuning);
        }
        measure(decoder(spec, withoutFormats()), decoder(spec, tuning), crops);
        String about =
                "Texts of crops that the reader was not trained on, decoded without and with the formats of the world."
                        + " Loss: mean of -ln of the right text's score, at most -ln 0.01. " + tuning;
        out.println(output.write(about, COLUMNS, rows, machine));
        return 0;
    }

    private List<ReadCrop> read(ModelBundle models) throws IOException, PictureException {
        List<String> alphabet = models.manifest().reader().alphabet();
        Map<String, Integer> bySource = new HashMap<>();
        List<ReadCrop> crops = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (CropReader reader = new CropReader(models)) {
            for (String line : Files.readAllLines(folder.resolve("crops.jsonl"))) {
                LabelledCrop crop = json.readValue(line, LabelledCrop.class).readableWith(alphabet);
                if (!crop.text().isEmpty() && bySource.merge(crop.source(), 1, Integer::sum) <= most) {
                    crops.add(reader.read(crop, Files.readAllBytes(folder.resolve(crop.image()))));
                }
            }
        }
        return crops;
    }

    private void measure(PlateDecoder without, PlateDecoder with, List<ReadCrop> crops) {
        add("all, without formats", FormatScore.of(without, crops, none()));
        add("all", FormatScore.of(with, crops, none()));
        Map<String, List<ReadCrop>> bySource = new TreeMap<>();
        crops.forEach(crop -> bySource.computeIfAbsent(crop.crop().source(), source -> new ArrayList<>())
                .add(crop));
        bySource.forEach((source, part) -> {
            add(source + ", without formats", FormatScore.of(without, part, none()));
            add(source, FormatScore.of(with, part, none()));
        });
        List<ReadCrop> known = crops.stream()
                .filter(crop ->
                        crop.crop().region() != null && formats.find(crop.crop().region()) != null)
                .toList();
        add("region known, no hint", FormatScore.of(with, known, none()));
        add("region known, given as a hint", FormatScore.of(with, known, crop -> hint(crop, true)));
        add("region known, another given", FormatScore.of(with, known, crop -> hint(crop, false)));
    }

    private void add(String crops, FormatScore score) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("crops", crops);
        row.put("number", score.count());
        row.put("exact", round(score.exact()));
        row.put("O=0 I=1", round(score.alike()));
        row.put("loss", round(score.loss()));
        row.put("calibration error", round(score.calibration()));
        rows.add(row);
    }

    private PlateDecoder decoder(ReaderSpec spec, FormatTuning tuning) {
        return new PlateDecoder(spec.alphabet(), spec.blank(), spec.regions(), formats, tuning);
    }

    private static Function<ReadCrop, List<String>> none() {
        return crop -> List.of();
    }

    private static List<String> hint(ReadCrop crop, boolean right) {
        String region = String.valueOf(crop.crop().region());
        return List.of(right ? region : region.equals("br") ? "us" : "br");
    }

    private static FormatTuning withoutFormats() {
        FormatTuning fitted = FormatTuning.fitted();
        return new FormatTuning(
                0,
                fitted.unknown(),
                fitted.chosen(),
                fitted.lengthPower(),
                fitted.commonness(),
                fitted.visualPower(),
                fitted.visualTrust(),
                fitted.hintTrust(),
                fitted.strictTrust());
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
