package io.matricula.recognition.read;

import io.matricula.recognition.bundle.Manifest.ReaderSpec;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.onnx.BufferPool;
import io.matricula.recognition.onnx.FloatTensor;
import io.matricula.recognition.onnx.OnnxModel;
import io.matricula.recognition.rectify.PlateRectifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the plates of a picture whose corners are known. Any number of threads may use one reader at the same time. */
public final class PlateReader implements AutoCloseable {
    private static final String TEXT = "logprobs";
    private static final String REGION = "region";
    /** Plates in one run of the network that pictures do not share; pictures with more take several. */
    private static final int BATCH = 8;

    private final OnnxModel model;
    private final PlateRectifier rectifier;
    private final PlateDecoder decoder;
    private final ReaderSpec spec;
    private final int steps;
    private final ReaderRuns runs;

    /**
     * @param shared whether pictures share runs
     * @throws IllegalArgumentException if the network's outputs are not as the bundle promises
     */
    public PlateReader(OnnxModel model, ReaderSpec spec, PlateDecoder decoder, boolean shared, Batching batching) {
        this.model = model;
        this.spec = spec;
        this.decoder = decoder;
        rectifier = new PlateRectifier(spec.width(), spec.height(), spec.marginX(), spec.marginY());
        Map<String, long[]> shapes = model.outputShapes(shape(1));
        long[] text = shapes.getOrDefault(TEXT, new long[0]);
        long[] region = shapes.getOrDefault(REGION, new long[0]);
        if (text.length != 3 || text[2] != spec.alphabet().size() + 1 || text[1] % spec.rows() != 0) {
            throw new IllegalArgumentException("The reader has no output logprobs [n,T,%d]"
                    .formatted(spec.alphabet().size() + 1));
        }
        if (region.length != 2 || region[1] != spec.regions().size()) {
            throw new IllegalArgumentException("The reader has no output region [n,%d]"
                    .formatted(spec.regions().size()));
        }
        steps = Math.toIntExact(text[1]);
        int capacity = shared ? batching.plates() : BATCH;
        BufferPool<ReaderRoom> rooms = new BufferPool<>(() -> new ReaderRoom(
                ByteBuffer.allocateDirect(capacity * rectifier.size()),
                FloatTensor.of(capacity, steps, text[2]),
                FloatTensor.of(capacity, region[1])));
        runs = new ReaderRuns(this::run, rooms, capacity, shared, batching);
    }

    /** Reads all plates of one picture, in the order of their corners. */
    public Readings read(Picture picture, List<Corners> plates, DecodingRules rules) {
        List<Decoded> decoded = new ArrayList<>();
        long rectifying = 0;
        long start = System.nanoTime();
        for (int from = 0; from < plates.size(); from += runs.capacity()) {
            List<Corners> batch = plates.subList(from, Math.min(from + runs.capacity(), plates.size()));
            try (ReaderRuns.Place place = runs.take(batch.size())) {
                rectifying += rectify(picture, batch, place);
                place.read();
                decode(batch.size(), place, rules, decoded);
            }
        }
        return new Readings(decoded, rectifying, System.nanoTime() - start - rectifying);
    }

    /** Where the characters stand on a plate with these corners, in their order. */
    public CharacterPlaces places(Corners corners) {
        return new CharacterPlaces(corners, rectifier, spec.rows(), steps / spec.rows());
    }

    @Override
    public void close() {
        model.close();
    }

    private long rectify(Picture picture, List<Corners> plates, ReaderRuns.Place place) {
        long start = System.nanoTime();
        for (int at = 0; at < plates.size(); at++) {
            int byteIndex = (place.first() + at) * rectifier.size();
            rectifier.rectify(picture, plates.get(at), place.room().plates(), byteIndex);
        }
        return System.nanoTime() - start;
    }

    private void run(ReaderRoom room, int plates) {
        Map<String, FloatTensor> outputs =
                Map.of(TEXT, room.text().first(plates), REGION, room.region().first(plates));
        model.run(room.plates(), shape(plates), outputs);
    }

    private void decode(int plates, ReaderRuns.Place place, DecodingRules rules, List<Decoded> decoded) {
        int symbols = spec.alphabet().size() + 1;
        for (int plate = place.first(); plate < place.first() + plates; plate++) {
            CtcOutput text = new CtcOutput(place.room().text().floats(), plate * steps * symbols, steps, symbols);
            float[] region = new float[spec.regions().size()];
            place.room().region().floats().get(plate * region.length, region);
            decoded.add(decoder.decode(text, region, rules));
        }
    }

    private long[] shape(int plates) {
        return new long[] {plates, spec.height(), spec.width(), 3};
    }

    /**
     * What the plates of a picture say, in the order in which they were given.
     *
     * @param rectifying wall time in nanoseconds of cutting them out
     * @param reading wall time in nanoseconds of network and decoding, and of the wait for others in the same run
     */
    public record Readings(List<Decoded> plates, long rectifying, long reading) {}
}
