package io.matricula.recognition;

import io.matricula.recognition.bundle.Manifest;
import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import io.matricula.recognition.bundle.Manifest.VehicleSpec;
import io.matricula.recognition.bundle.ModelBundle;
import io.matricula.recognition.describe.VehicleDescriber;
import io.matricula.recognition.detect.PlateDetector;
import io.matricula.recognition.detect.VehicleDetection;
import io.matricula.recognition.detect.VehicleDetector;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.onnx.OnnxModel;
import io.matricula.recognition.onnx.OnnxRuntime;
import io.matricula.recognition.read.PlateDecoder;
import io.matricula.recognition.read.PlateReader;
import io.matricula.recognition.region.RegionFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a bundle, ready to run. Thread-safe.
 *
 * @param vehicleDetector null if the bundle finds no vehicles
 * @param describer null if the bundle can't describe vehicles
 * @param vehicleTypes what the vehicle detector's types are, in its order
 */
record Networks(
        PlateDetector detector,
        PlateReader reader,
        PlateDecoder decoder,
        @Nullable VehicleDetector vehicleDetector,
        @Nullable VehicleDescriber describer,
        List<VehicleType> vehicleTypes)
        implements AutoCloseable {

    /** @throws IllegalArgumentException if a network is not as its manifest tells; nothing stays open then */
    static Networks open(ModelBundle bundle, OnnxRuntime runtime) {
        Loading loading = new Loading(bundle, runtime, new ArrayList<>());
        try {
            return loading.networks(bundle.manifest());
        } catch (RuntimeException e) {
            loading.opened.forEach(OnnxModel::close);
            throw e;
        }
    }

    /** All vehicles, best first; none if the bundle finds none. */
    List<Vehicle> vehicles(Picture picture) {
        List<Vehicle> vehicles = new ArrayList<>();
        if (vehicleDetector != null) {
            for (VehicleDetection found : vehicleDetector.find(picture)) {
                VehicleType type = found.type() < 0 ? VehicleType.UNKNOWN : vehicleTypes.get(found.type());
                vehicles.add(new Vehicle(type, found.score(), found.box(), null));
            }
        }
        return List.copyOf(vehicles);
    }

    /** The same plates and vehicles with the descriptions asked for; none if the bundle can't describe vehicles. */
    Traffic described(Traffic traffic, Picture picture, VehicleDescriptions wanted) {
        VehicleDescriber able = describer;
        return able == null ? traffic : traffic.described(wanted, boxes -> able.describe(picture, boxes));
    }

    boolean findsVehicles() {
        return vehicleDetector != null;
    }

    @Override
    public void close() {
        detector.close();
        reader.close();
        if (vehicleDetector != null) {
            vehicleDetector.close();
        }
        if (describer != null) {
            describer.close();
        }
    }

    /** Opens models and remembers them. */
    private record Loading(ModelBundle bundle, OnnxRuntime runtime, List<OnnxModel> opened) {
        Networks networks(Manifest manifest) {
            PlateDecoder decoder = new PlateDecoder(
                    manifest.reader().alphabet(),
                    manifest.reader().blank(),
                    manifest.reader().regions(),
                    RegionFormats.load());
            VehicleSpec vehicles = manifest.vehicles();
            AttributesSpec attributes = manifest.attributes();
            return new Networks(
                    new PlateDetector(model(manifest.detector().file()), manifest.detector()),
                    new PlateReader(model(manifest.reader().file()), manifest.reader(), decoder),
                    decoder,
                    vehicles == null ? null : new VehicleDetector(model(vehicles.file()), vehicles),
                    attributes == null ? null : new VehicleDescriber(model(attributes.file()), attributes),
                    vehicles == null ? List.of() : types(vehicles));
        }

        private OnnxModel model(Manifest.ModelFile file) {
            OnnxModel model = runtime.load(bundle.model(file));
            opened.add(model);
            return model;
        }

        private static List<VehicleType> types(VehicleSpec vehicles) {
            return vehicles.types().stream()
                    .map(type ->
                            VehicleType.valueOf(type.toUpperCase(Locale.ROOT).replace(' ', '_')))
                    .toList();
        }
    }
}
