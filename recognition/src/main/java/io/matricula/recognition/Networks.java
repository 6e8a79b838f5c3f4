package io.matricula.recognition;

import io.matricula.recognition.bundle.Manifest;
import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import io.matricula.recognition.bundle.Manifest.VehicleSpec;
import io.matricula.recognition.bundle.ModelBundle;
import io.matricula.recognition.describe.Described;
import io.matricula.recognition.describe.Undescribed;
import io.matricula.recognition.describe.VehicleDescriber;
import io.matricula.recognition.detect.PlateDetector;
import io.matricula.recognition.detect.VehicleDetection;
import io.matricula.recognition.detect.VehicleDetector;
import io.matricula.recognition.detect.ViewMemory;
import io.matricula.recognition.detect.Views;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.onnx.OnnxModel;
import io.matricula.recognition.onnx.OnnxRuntime;
import io.matricula.recognition.read.Batching;
import io.matricula.recognition.read.PlateDecoder;
import io.matricula.recognition.read.PlateReader;
import io.matricula.recognition.region.RegionFormats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The networks of a bundle, ready to run. Thread-safe.
 *
 * @param views memory for all sizes that the detectors look at
 * @param vehicleDetector null if the bundle finds no vehicles
 * @param describer null if the bundle can't describe vehicles
 * @param vehicleTypes what the vehicle detector's types are, in its order
 */
record Networks(
        ViewMemory views,
        PlateDetector detector,
        PlateReader reader,
        PlateDecoder decoder,
        @Nullable VehicleDetector vehicleDetector,
        @Nullable VehicleDescriber describer,
        List<VehicleType> vehicleTypes)
        implements AutoCloseable {

    /** @throws IllegalArgumentException if a network is not as its manifest tells; nothing stays open then */
    static Networks open(ModelBundle bundle, OnnxRuntime runtime, Batching batching) {
        Loading loading = new Loading(bundle, runtime, batching, new ArrayList<>());
        try {
            return loading.networks(bundle.manifest());
        } catch (RuntimeException e) {
            loading.opened.forEach(OnnxModel::close);
            throw e;
        }
    }

    /** All vehicles, best first; none if the bundle finds none. */
    List<VehicleDetection> vehicles(Views views) {
        return vehicleDetector == null ? List.of() : vehicleDetector.find(views);
    }

    Vehicle vehicle(VehicleDetection found) {
        return new Vehicle(type(found.type()), found.score(), found.box(), null);
    }

    /** The same plates and vehicles with the descriptions asked for, and doubtful types told better; none if the bundle can't describe vehicles. */
    Traffic described(Traffic traffic, Picture picture, List<VehicleDetection> found, RecognitionOptions options) {
        VehicleDescriber able = describer;
        if (able == null) {
            return traffic;
        }
        Map<Box, Undescribed> at = new HashMap<>();
        found.forEach(each -> at.put(each.box(), new Undescribed(each.box(), each.types())));
        List<Vehicle> doubtful = CloserLook.chosen(traffic, options, vehicle -> able.doubts(seen(vehicle, at)));
        return traffic.described(doubtful, vehicles -> told(vehicles, able.types(picture, seen(vehicles, at))))
                .described(
                        options.vehicleDescriptions(),
                        vehicles -> told(vehicles, able.describe(picture, seen(vehicles, at))));
    }

    private List<Vehicle> told(List<Vehicle> vehicles, List<Described> described) {
        List<Vehicle> answer = new ArrayList<>();
        for (int i = 0; i < vehicles.size(); i++) {
            Vehicle vehicle = vehicles.get(i);
            Described told = described.get(i);
            answer.add(new Vehicle(type(told.type()), vehicle.score(), vehicle.box(), told.description()));
        }
        return answer;
    }

    private static List<Undescribed> seen(List<Vehicle> vehicles, Map<Box, Undescribed> found) {
        return vehicles.stream().map(vehicle -> seen(vehicle, found)).toList();
    }

    private static Undescribed seen(Vehicle vehicle, Map<Box, Undescribed> found) {
        return Objects.requireNonNull(found.get(vehicle.box()));
    }

    private VehicleType type(int number) {
        return number < 0 ? VehicleType.UNKNOWN : vehicleTypes.get(number);
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
    private record Loading(ModelBundle bundle, OnnxRuntime runtime, Batching batching, List<OnnxModel> opened) {
        Networks networks(Manifest manifest) {
            PlateDecoder decoder = new PlateDecoder(
                    manifest.reader().alphabet(),
                    manifest.reader().blank(),
                    manifest.reader().regions(),
                    RegionFormats.load());
            VehicleSpec vehicles = manifest.vehicles();
            AttributesSpec attributes = manifest.attributes();
            if (vehicles != null && attributes != null && !vehicles.types().equals(attributes.types())) {
                throw new IllegalArgumentException("vehicles.types and attributes.types differ");
            }
            return new Networks(
                    views(manifest),
                    new PlateDetector(model(manifest.detector().file()), manifest.detector()),
                    new PlateReader(
                            model(manifest.reader().file()), manifest.reader(), decoder, sharesRuns(), batching),
                    decoder,
                    vehicles == null ? null : new VehicleDetector(model(vehicles.file()), vehicles),
                    attributes == null ? null : new VehicleDescriber(model(attributes.file()), attributes),
                    vehicles == null ? List.of() : types(vehicles));
        }

        private static ViewMemory views(Manifest manifest) {
            Set<Integer> sizes = new HashSet<>(manifest.detector().looks().sizes());
            if (manifest.vehicles() != null) {
                sizes.add(manifest.vehicles().inputSize());
            }
            return new ViewMemory(sizes);
        }

        private boolean sharesRuns() {
            return switch (batching.when()) {
                case ON_CUDA -> runtime.device() == Device.CUDA;
                case ALWAYS -> true;
                case NEVER -> false;
            };
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
