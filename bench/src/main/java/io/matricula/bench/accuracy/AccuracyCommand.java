package io.matricula.bench.accuracy;

import io.matricula.bench.result.Machine;
import io.matricula.bench.result.Output;
import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognitionMode;
import io.matricula.recognition.RecognitionOptions;
import io.matricula.recognition.RecognizerConfig;
import io.matricula.recognition.image.PictureException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts found and rightly read plates over labelled pictures. */
@Command(
        name = "accuracy",
        description = "Counts plates found and read right, over pictures whose plates are known.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class AccuracyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "LABELS",
            description =
                    "JSON lines (image, plates with box and text, complete), or a folder of pictures named by their text.")
    private Path labels = Path.of("");

    @Mixin
    private Output output = new Output("accuracy");

    @Option(names = "--title", description = "What the pictures are, for the result's heading.")
    private String title = "Labelled pictures.";

    @Option(names = "--sources", split = ",", description = "Only pictures of these sources.")
    private Set<String> sources = Set.of();

    @Option(names = "--most", description = "At most so many pictures, evenly spread.")
    private int most = Integer.MAX_VALUE;

    @Option(names = "--bundle", description = "Folder of the bundle; without it, the one that is built in.")
    private @Nullable Path bundle;

    @Option(names = "--mode", description = "fast, normal or redaction.")
    private RecognitionMode mode = RecognitionMode.NORMAL;

    @Option(names = "--hint", description = "Give each picture's known regions as a hint.")
    private boolean hint;

    @Option(names = "--sheet", description = "Where the sheet of misses goes; it holds parts of the pictures.")
    private Path sheet = Path.of(System.getProperty("launcher.home", ""), "bench", "target", "misses.jpg");

    private final PrintStream out = System.out;
    private int unreadable;

    @Override
    public Integer call() throws IOException {
        Machine machine = Machine.look();
        List<LabelledPicture> pictures = chosen(Labels.read(labels));
        MissSheet misses = new MissSheet();
        Count count = new Count(misses);
        try (PlateRecognizer recognizer = open()) {
            for (LabelledPicture picture : pictures) {
                count(recognizer, picture, count);
            }
        }
        misses.write(sheet);
        out.println(written(count, pictures.size(), machine));
        return 0;
    }

    private PlateRecognizer open() {
        RecognizerConfig config =
                RecognizerConfig.defaults().withThreads(Runtime.getRuntime().availableProcessors());
        return PlateRecognizer.open(bundle == null ? config : config.withBundle(bundle));
    }

    private List<LabelledPicture> chosen(List<LabelledPicture> all) {
        List<LabelledPicture> wanted = all.stream()
                .filter(picture -> sources.isEmpty() || sources.contains(picture.source()))
                .toList();
        List<LabelledPicture> spread = new ArrayList<>();
        int count = Math.min(most, wanted.size());
        for (int i = 0; i < count; i++) {
            spread.add(wanted.get((int) ((long) i * wanted.size() / count)));
        }
        return spread;
    }

    private void count(PlateRecognizer recognizer, LabelledPicture labelled, Count count) throws IOException {
        Path folder =
                Files.isDirectory(labels) ? labels : labels.toAbsolutePath().resolveSibling("");
        byte[] picture = Files.readAllBytes(folder.resolve(labelled.image()));
        try {
            count.add(
                    labelled,
                    picture,
                    recognizer.recognize(picture, options(labelled)).plates());
        } catch (PictureException e) {
            unreadable++;
        }
    }

    /** Every reading is kept, however unsure, so that finding and reading are counted apart. */
    private RecognitionOptions options(LabelledPicture labelled) {
        List<String> regions = labelled.plates().stream()
                .map(TruePlate::region)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        double detection = RecognitionOptions.defaults().detectionThreshold();
        return RecognitionOptions.defaults()
                .withMode(mode)
                .withThresholds(detection, 0)
                .withRegions(hint ? regions : List.of(), false);
    }

    private String written(Count count, int pictures, Machine machine) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        count.shares().forEach((group, shares) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("plates", group);
            shares.forEach((what, share) -> row.put(what, share.toString()));
            rows.add(row);
        });
        String about = title + " " + pictures + " pictures, " + unreadable + " of them unreadable; mode "
                + mode.name().toLowerCase(Locale.ROOT) + (hint ? ", regions given as a hint" : ", no region hint")
                + ". Found: overlap of at least half (intersection over union). Precision counts pictures whose plates are all marked."
                + " Exact: the whole text, of all plates with a known text, found or not. In brackets the 95 % interval by Wilson and the counts.";
        List<String> columns =
                List.copyOf(rows.isEmpty() ? List.of("plates") : rows.get(0).keySet());
        return output.write(about, columns, rows, machine);
    }
}
