package io.matricula.recognition.bundle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says of its models.
 *
 * @param vehicles null if the bundle finds no vehicles
 * @param attributes null if the bundle can't describe vehicles
 * @param origin the keys {@code trained.*} and {@code measured.*} as they stand: nothing depends on them
 */
public record Manifest(
        String version,
        String licence,
        DetectorSpec detector,
        ReaderSpec reader,
        @Nullable VehicleSpec vehicles,
        @Nullable AttributesSpec attributes,
        Map<String, String> origin) {

    /** The file of a model in the bundle and its SHA-256 in lower-case hexadecimal. */
    public record ModelFile(String name, String sha256) {}

    /**
     * A network from a picture (bytes, [1,height,width,3], BGR, sides multiples of 32) to its best cells before suppression.
     *
     * @param threshold score 0..1 from which on the network's own evaluation counts a plate as found
     * @param overlap intersection over union 0..1 from which on two boxes are taken for one
     * @param looks sizes that pictures are scaled to
     */
    public record DetectorSpec(ModelFile file, double threshold, double overlap, Looks looks) {}

    /**
     * Longer sides in pixels that pictures are scaled to, one look after the other, in each mode.
     *
     * @param sure detection score 0..1 that makes further looks in normal mode needless if every plate of the first has it
     * @param enlarge how many times a picture is blown up at most: beyond that it shows nothing new
     * @param last in normal mode, after all others; null for none
     * @param vehicles in normal and redaction mode, at vehicles alone; null for none
     */
    public record Looks(
            List<Integer> normal,
            List<Integer> fast,
            List<Integer> redaction,
            double sure,
            double enlarge,
            @Nullable LastLook last,
            @Nullable VehicleLooks vehicles) {
        /** Every size of any mode. */
        public Set<Integer> sizes() {
            Stream<Integer> further = Stream.concat(
                    Stream.ofNullable(last).map(LastLook::size),
                    Stream.ofNullable(vehicles).map(VehicleLooks::size));
            return Stream.concat(Stream.of(normal, fast, redaction).flatMap(List::stream), further)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * A look for what the others were too small to show, at the price of several of them.
     *
     * @param size longer side in pixels
     * @param below taken where no plate was found with this detection score 0..1
     */
    public record LastLook(int size, double below) {}

    /**
     * Looks at those vehicles on which the looks at the whole picture found no plate.
     *
     * @param size longer side in pixels that a vehicle is scaled to, at most
     * @param most how many vehicles of a picture in normal mode; redaction takes several times as many
     * @param from score 0..1 that a vehicle needs
     * @param least detection score 0..1 that a plate needs in normal mode which only such a look has found
     */
    public record VehicleLooks(int size, int most, double from, double least) {}

    /**
     * A network from rectified plates (bytes, [n,height,width,3], BGR) to CTC log-probabilities and region log-probabilities.
     *
     * @param rows rows of characters that the time steps run through one after the other, each over the full width
     * @param blank class of the CTC blank; the others are the alphabet's symbols in order
     * @param regions classes of the region output
     */
    public record ReaderSpec(
            ModelFile file,
            int height,
            int width,
            double marginX,
            double marginY,
            int rows,
            int blank,
            List<String> alphabet,
            List<String> regions) {}

    /**
     * A network as the detector's whose rows hold score, box and a score 0..1 for each type.
     *
     * @param threshold score 0..1 from which on a vehicle counts as found
     * @param typeThreshold score 0..1 that a type needs to be told
     * @param types in the order of the scores: {@code Big Truck}
     */
    public record VehicleSpec(
            ModelFile file,
            int inputSize,
            double threshold,
            double overlap,
            double typeThreshold,
            List<String> types) {}

    /**
     * A network from cut-out vehicles (bytes, [n,height,width,3], BGR, stretched) to logarithms of the chances of models, makes, types, colours
     * and orientations.
     *
     * @param margin what is cut out beyond each edge of the vehicle, as a share of its width or height
     * @param models {@code make|model}, in the order of the output
     * @param typeWeight what this network's logarithms of the types' chances count beside the detector's
     * @param typeBelow chance 0..1 of the detector's best type below which this network is to tell the type as well; 0 for never
     * @param thresholds chances that an answer needs to be given
     */
    public record AttributesSpec(
            ModelFile file,
            int height,
            int width,
            double margin,
            List<String> models,
            List<String> makes,
            List<String> types,
            List<String> colours,
            List<String> orientations,
            double typeWeight,
            double typeBelow,
            Thresholds thresholds) {}

    /** The chance 0..1 of a vehicle's attribute from which on it is told; what is below is left open. */
    public record Thresholds(double model, double make, double type, double colour, double orientation) {}
}
