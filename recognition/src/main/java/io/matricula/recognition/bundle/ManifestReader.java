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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a manifest and notes every problem in it, instead of stopping at the first. */
final class ManifestReader {
    private static final int LONGEST_SIDE = 4096;
    private static final double SURE = 0.75;
    private static final double ENLARGE = 2;
    private static final double TYPE_THRESHOLD = 0.4;

    /** What training notes of its own and the graphs hold already. */
    private static final Set<String> NOTED = Set.of(
            "reader.temperature",
            "attributes.temperature.vehicle",
            "attributes.temperature.type",
            "attributes.temperature.colour",
            "attributes.temperature.orientation");

    private final ManifestValues values;

    ManifestReader(byte[] utf8, List<String> problems) {
        values = new ManifestValues(utf8, problems);
        values.pass(NOTED);
    }

    /** The manifest; to be used only if no problem was noted. */
    Manifest read() {
        Manifest manifest = new Manifest(
                values.text("bundle.version"),
                values.text("bundle.licence"),
                detector(),
                reader(),
                vehicles(),
                attributes(),
                values.startingWith("trained.", "measured."));
        values.complainOfUnknown();
        return manifest;
    }

    private DetectorSpec detector() {
        int size = values.integer("detector.input.size", 32, LONGEST_SIDE);
        Looks looks = new Looks(
                sizes("detector.looks", List.of(size)),
                sizes("detector.looks.fast", List.of(multipleOf32(size * 0.75))),
                sizes("detector.looks.redaction", List.of(size, multipleOf32(size * 1.7))),
                values.has("detector.looks.sure") ? values.share("detector.looks.sure") : SURE,
                values.has("detector.looks.enlarge") ? values.decimal("detector.looks.enlarge", 0.1, 10) : ENLARGE,
                lastLook(),
                vehicleLooks());
        return new DetectorSpec(
                file("detector"), values.share("detector.threshold"), values.share("detector.nms.iou"), looks);
    }

    private List<Integer> sizes(String key, List<Integer> otherwise) {
        return values.integers(key, 32, LONGEST_SIDE, otherwise);
    }

    private @Nullable LastLook lastLook() {
        return values.has("detector.looks.last")
                ? new LastLook(
                        values.integer("detector.looks.last", 32, LONGEST_SIDE),
                        values.share("detector.looks.last.below"))
                : null;
    }

    private @Nullable VehicleLooks vehicleLooks() {
        if (!values.has("detector.looks.vehicles")) {
            return null;
        }
        return new VehicleLooks(
                values.integer("detector.looks.vehicles", 32, LONGEST_SIDE),
                values.integer("detector.looks.vehicles.most", 1, 100),
                values.share("detector.looks.vehicles.from"),
                values.share("detector.looks.vehicles.least"));
    }

    private ReaderSpec reader() {
        List<String> alphabet = values.list("reader.alphabet");
        return new ReaderSpec(
                file("reader"),
                values.integer("reader.height", 8, 1024),
                values.integer("reader.width", 8, 1024),
                values.share("reader.margin.x"),
                values.share("reader.margin.y"),
                values.has("reader.rows") ? values.integer("reader.rows", 1, 8) : 2,
                values.integer("reader.blank", 0, alphabet.size()),
                alphabet,
                values.list("reader.regions"));
    }

    private @Nullable VehicleSpec vehicles() {
        if (!values.has("vehicles.file")) {
            return null;
        }
        return new VehicleSpec(
                file("vehicles"),
                values.integer("vehicles.input.size", 32, LONGEST_SIDE),
                values.share("vehicles.threshold"),
                values.share("vehicles.nms.iou"),
                values.has("vehicles.type.threshold") ? values.share("vehicles.type.threshold") : TYPE_THRESHOLD,
                values.list("vehicles.types"));
    }

    private @Nullable AttributesSpec attributes() {
        if (!values.has("attributes.file")) {
            return null;
        }
        if (!values.has("vehicles.file")) {
            values.complain("attributes.file without vehicles.file: there is nothing to describe");
        }
        return new AttributesSpec(
                file("attributes"),
                values.integer("attributes.height", 8, 1024),
                values.integer("attributes.width", 8, 1024),
                values.share("attributes.margin"),
                models(),
                values.list("attributes.makes"),
                values.list("attributes.types"),
                values.list("attributes.colours"),
                values.list("attributes.orientations"),
                values.share("attributes.type.weight"),
                values.has("attributes.type.below") ? values.share("attributes.type.below") : 0,
                new Thresholds(
                        values.share("attributes.threshold.model"),
                        values.share("attributes.threshold.make"),
                        values.share("attributes.threshold.type"),
                        values.share("attributes.threshold.colour"),
                        values.share("attributes.threshold.orientation")));
    }

    private List<String> models() {
        List<String> models = values.list("attributes.makes.models");
        if (!models.stream().allMatch(model -> model.matches("[^|]+\\|[^|]+"))) {
            values.complain("attributes.makes.models holds an item that is not make|model");
        }
        return models;
    }

    private ModelFile file(String model) {
        String name = values.text(model + ".file");
        String sha256 = values.text(model + ".sha256");
        if (!name.matches("[a-z0-9._-]*")) {
            values.complain(model + ".file is not the name of a file in the bundle");
        }
        return new ModelFile(name, sha256);
    }

    private static int multipleOf32(double side) {
        return (int) Math.max(1, Math.round(side / 32)) * 32;
    }
}
