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
    /** Plates in one run of the network; pictures with more take several. */
    private static final int BATCH = 8;

    private final OnnxModel model;
    private final PlateRectifier rectifier;
    private final PlateDecoder decoder;
    private final ReaderSpec spec;
    private final int steps;
    private final BufferPool<Memory> memory;

    /** @throws IllegalArgumentException if the network's outputs are not as the bundle promises */
    public PlateReader(OnnxModel model, ReaderSpec spec, PlateDecoder decoder) {
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
        memory = new BufferPool<>(() -> new Memory(
                ByteBuffer.allocateDirect(BATCH * rectifier.size()),
                FloatTensor.of(BATCH, steps, text[2]),
                FloatTensor.of(BATCH, region[1])));
    }

    /** Reads all plates of one picture, in the order of their corners. */
    public Readings read(Picture picture, List<Corners> plates, DecodingRules rules) {
        List<Decoded> decoded = new ArrayList<>();
        long rectifying = 0;
        long start = System.nanoTime();
        Memory working = memory.take();
        try {
            for (int from = 0; from < plates.size(); from += BATCH) {
                List<Corners> batch = plates.subList(from, Math.min(from + BATCH, plates.size()));
                rectifying += rectify(picture, batch, working);
                read(batch.size(), working, rules, decoded);
            }
        } finally {
            memory.giveBack(working);
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

    private long rectify(Picture picture, List<Corners> plates, Memory working) {
        long start = System.nanoTime();
        for (int plate = 0; plate < plates.size(); plate++) {
            rectifier.rectify(picture, plates.get(plate), working.plates, plate * rectifier.size());
        }
        return System.nanoTime() - start;
    }

    private void read(int plates, Memory working, DecodingRules rules, List<Decoded> decoded) {
        Map<String, FloatTensor> outputs =
                Map.of(TEXT, working.text.first(plates), REGION, working.region.first(plates));
        model.run(working.plates, shape(plates), outputs);
        int symbols = spec.alphabet().size() + 1;
        for (int plate = 0; plate < plates; plate++) {
            CtcOutput text = new CtcOutput(working.text.floats(), plate * steps * symbols, steps, symbols);
            float[] region = new float[spec.regions().size()];
            working.region.floats().get(plate * region.length, region);
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
     * @param reading wall time in nanoseconds of network and decoding
     */
    public record Readings(List<Decoded> plates, long rectifying, long reading) {}

    /** What one run needs outside of the heap. */
    private record Memory(ByteBuffer plates, FloatTensor text, FloatTensor region) {}
}
