package io.matricula.recognition.bundle;

import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import io.matricula.recognition.bundle.Manifest.DetectorSpec;
import io.matricula.recognition.bundle.Manifest.LastLook;
import io.matricula.recognition.bundle.Manifest.Looks;
import io.matricula.recognition.bundle.Manifest.ModelFile;
import io.matricula.recognition.bundle.Manifest.ReaderSpec;
import io.matricula.recognition.bundle.Manifest.Thresholds;
import io.matricula.recognition.bundle.Manifest.VehicleLooks;
import io.matricula.recognition.bundle.Manifest.VehicleSpec;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a manifest and notes every problem in it, instead of stopping at the first. */
final class ManifestReader {
    private static final int LONGEST_SIDE = 4096;
    private static final double SURE = 0.75;
    private static final double ENLARGE = 2;
    private static final double TYPE_THRESHOLD = 0.4;

    private final Map<String, String> values = new TreeMap<>();
    /** What training notes of its own and the graphs hold already. */
    private static final Set<String> NOTED = Set.of(
            "reader.temperature",
            "attributes.temperature.vehicle",
            "attributes.temperature.type",
            "attributes.temperature.colour",
            "attributes.temperature.orientation");

    private final Set<String> known = new HashSet<>(NOTED);
    private final List<String> problems;

    ManifestReader(byte[] utf8, List<String> problems) {
        this.problems = problems;
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(utf8, StandardCharsets.UTF_8)));
            properties
                    .stringPropertyNames()
                    .forEach(key -> values.put(key, properties.getProperty(key).trim()));
        } catch (IOException | IllegalArgumentException e) {
            problems.add("manifest.properties is no properties file: " + e.getMessage());
        }
    }

    /** The manifest; to be used only if no problem was noted. */
    Manifest read() {
        Manifest manifest = new Manifest(
                text("bundle.version"),
                text("bundle.licence"),
                detector(),
                reader(),
                vehicles(),
                attributes(),
                origin());
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                problems.add("unknown key " + key);
            }
        }
        return manifest;
    }

    private DetectorSpec detector() {
        int size = integer("detector.input.size", 32, LONGEST_SIDE);
        Looks looks = new Looks(
                sizes("detector.looks", List.of(size)),
                sizes("detector.looks.fast", List.of(multipleOf32(size * 0.75))),
                sizes("detector.looks.redaction", List.of(size, multipleOf32(size * 1.7))),
                has("detector.looks.sure") ? share("detector.looks.sure") : SURE,
                has("detector.looks.enlarge") ? decimal("detector.looks.enlarge", 0.1, 10) : ENLARGE,
                lastLook(),
                vehicleLooks());
        return new DetectorSpec(file("detector"), share("detector.threshold"), share("detector.nms.iou"), looks);
    }

    private @Nullable LastLook lastLook() {
        return has("detector.looks.last")
                ? new LastLook(integer("detector.looks.last", 32, LONGEST_SIDE), share("detector.looks.last.below"))
                : null;
    }

    private @Nullable VehicleLooks vehicleLooks() {
        if (!has("detector.looks.vehicles")) {
            return null;
        }
        return new VehicleLooks(
                integer("detector.looks.vehicles", 32, LONGEST_SIDE),
                integer("detector.looks.vehicles.most", 1, 100),
                share("detector.looks.vehicles.from"),
                share("detector.looks.vehicles.least"));
    }

    private ReaderSpec reader() {
        List<String> alphabet = list("reader.alphabet");
        return new ReaderSpec(
                file("reader"),
                integer("reader.height", 8, 1024),
                integer("reader.width", 8, 1024),
                share("reader.margin.x"),
                share("reader.margin.y"),
                has("reader.rows") ? integer("reader.rows", 1, 8) : 2,
                integer("reader.blank", 0, alphabet.size()),
                alphabet,
                list("reader.regions"));
    }

    private @Nullable VehicleSpec vehicles() {
        if (!has("vehicles.file")) {
            return null;
        }
        return new VehicleSpec(
                file("vehicles"),
                integer("vehicles.input.size", 32, LONGEST_SIDE),
                share("vehicles.threshold"),
                share("vehicles.nms.iou"),
                has("vehicles.type.threshold") ? share("vehicles.type.threshold") : TYPE_THRESHOLD,
                list("vehicles.types"));
    }

    private @Nullable AttributesSpec attributes() {
        if (!has("attributes.file")) {
            return null;
        }
        if (!has("vehicles.file")) {
            problems.add("attributes.file without vehicles.file: there is nothing to describe");
        }
        return new AttributesSpec(
                file("attributes"),
                integer("attributes.height", 8, 1024),
                integer("attributes.width", 8, 1024),
                share("attributes.margin"),
                models(),
                list("attributes.makes"),
                list("attributes.types"),
                list("attributes.colours"),
                list("attributes.orientations"),
                share("attributes.type.weight"),
                has("attributes.type.below") ? share("attributes.type.below") : 0,
                new Thresholds(
                        share("attributes.threshold.model"),
                        share("attributes.threshold.make"),
                        share("attributes.threshold.type"),
                        share("attributes.threshold.colour"),
                        share("attributes.threshold.orientation")));
    }

    private List<String> models() {
        List<String> models = list("attributes.makes.models");
        if (!models.stream().allMatch(model -> model.matches("[^|]+\\|[^|]+"))) {
            problems.add("attributes.makes.models holds an item that is not make|model");
        }
        return models;
    }

    private Map<String, String> origin() {
        Map<String, String> origin = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith("trained.") || key.startsWith("measured.")) {
                origin.put(key, value);
                known.add(key);
            }
        });
        return Map.copyOf(origin);
    }

    private ModelFile file(String model) {
        String name = text(model + ".file");
        String sha256 = text(model + ".sha256");
        if (!name.matches("[a-z0-9._-]*")) {
            problems.add(model + ".file is not the name of a file in the bundle");
        }
        return new ModelFile(name, sha256);
    }

    private boolean has(String key) {
        return values.containsKey(key);
    }

    private String text(String key) {
        known.add(key);
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            problems.add("key " + key + " is missing or empty");
        }
        return value;
    }

    private List<String> list(String key) {
        String value = text(key);
        List<String> items = value.isEmpty() ? List.of() : List.of(value.split(",", -1));
        if (items.contains("") || new HashSet<>(items).size() < items.size()) {
            problems.add(key + " holds an item that is empty or there twice");
        }
        return items;
    }

    private List<Integer> sizes(String key, List<Integer> otherwise) {
        known.add(key);
        if (!has(key)) {
            return otherwise;
        }
        List<Integer> sizes = new ArrayList<>();
        for (String item : list(key)) {
            sizes.add(integer(key, item, 32, LONGEST_SIDE));
        }
        return List.copyOf(sizes);
    }

    private int integer(String key, int least, int most) {
        return integer(key, text(key), least, most);
    }

    private int integer(String key, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        complain(key, value, "a whole number from " + least + " to " + most);
        return least;
    }

    private double share(String key) {
        return decimal(key, 0, 1);
    }

    private double decimal(String key, double least, double most) {
        String value = text(key);
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        complain(key, value, "a number from " + least + " to " + most);
        return least;
    }

    private static int multipleOf32(double side) {
        return (int) Math.max(1, Math.round(side / 32)) * 32;
    }

    private void complain(String key, String value, String wanted) {
        if (!value.isEmpty()) {
            problems.add(key + " is " + value + ", not " + wanted);
        }
    }
}
