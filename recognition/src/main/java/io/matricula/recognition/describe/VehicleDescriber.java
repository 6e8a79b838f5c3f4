package io.matricula.recognition.describe;

import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.onnx.BufferPool;
import io.matricula.recognition.onnx.FloatTensor;
import io.matricula.recognition.onnx.OnnxModel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the vehicles of a picture. Any number of threads may use one describer at the same time. */
public final class VehicleDescriber implements AutoCloseable {
    private static final String MODELS = "models";
    private static final String MAKES = "makes";
    private static final String TYPES = "types";
    private static final String COLOURS = "colours";
    private static final String ORIENTATIONS = "orientations";
    /** Vehicles in one run of the network; pictures with more take several. */
    private static final int BATCH = 8;

    private final OnnxModel model;
    private final AttributesSpec spec;
    private final Answers answers;
    private final Map<String, Integer> classes = new LinkedHashMap<>();
    private final BufferPool<Memory> memory;

    /** @throws IllegalArgumentException if the network's outputs are not as the bundle promises */
    public VehicleDescriber(OnnxModel model, AttributesSpec spec) {
        this.model = model;
        this.spec = spec;
        answers = new Answers(spec);
        classes.put(MODELS, spec.models().size());
        classes.put(MAKES, spec.makes().size());
        classes.put(TYPES, spec.types().size());
        classes.put(COLOURS, spec.colours().size());
        classes.put(ORIENTATIONS, spec.orientations().size());
        check(model.outputShapes(shape(1)));
        memory = new BufferPool<>(this::newMemory);
    }

    /** Describes these vehicles, in their order. */
    public List<Described> describe(Picture picture, List<Undescribed> vehicles) {
        return answers(picture, vehicles, this::described);
    }

    /** The same for their types alone. */
    public List<Described> types(Picture picture, List<Undescribed> vehicles) {
        return answers(
                picture, vehicles, (asked, working, vehicle) -> new Described(type(asked, working, vehicle), null));
    }

    /** Whether the detector left the type so open that this network is to be asked, too. */
    public boolean doubts(Undescribed vehicle) {
        return Collections.max(vehicle.types()) < spec.typeBelow();
    }

    @Override
    public void close() {
        model.close();
    }

    private List<Described> answers(Picture picture, List<Undescribed> vehicles, Answering answering) {
        if (vehicles.isEmpty()) {
            return List.of();
        }
        List<Described> answers = new ArrayList<>();
        Memory working = memory.take();
        try {
            for (int from = 0; from < vehicles.size(); from += BATCH) {
                List<Undescribed> batch = vehicles.subList(from, Math.min(from + BATCH, vehicles.size()));
                look(picture, batch, working);
                for (int vehicle = 0; vehicle < batch.size(); vehicle++) {
                    answers.add(answering.answer(batch.get(vehicle), working, vehicle));
                }
            }
        } finally {
            memory.giveBack(working);
        }
        return answers;
    }

    private void look(Picture picture, List<Undescribed> batch, Memory working) {
        for (int vehicle = 0; vehicle < batch.size(); vehicle++) {
            Box part = batch.get(vehicle).box().widened(spec.margin(), picture.width(), picture.height());
            ByteBuffer place = working.vehicles.slice(vehicle * bytes(), bytes());
            picture.scaleInto(place, part, spec.width(), spec.height(), 3 * spec.width());
        }
        Map<String, FloatTensor> outputs = new LinkedHashMap<>();
        working.outputs.forEach((name, tensor) -> outputs.put(name, tensor.first(batch.size())));
        model.run(working.vehicles, shape(batch.size()), outputs);
    }

    private Described described(Undescribed asked, Memory working, int vehicle) {
        VehicleDescription description = new VehicleDescription(
                answers.models(chances(working, MODELS, vehicle), chances(working, MAKES, vehicle)),
                answers.colours(chances(working, COLOURS, vehicle)),
                answers.orientations(chances(working, ORIENTATIONS, vehicle)));
        return new Described(type(asked, working, vehicle), description);
    }

    private int type(Undescribed asked, Memory working, int vehicle) {
        return answers.type(asked.types(), chances(working, TYPES, vehicle));
    }

    private double[] chances(Memory working, String output, int vehicle) {
        double[] chances = new double[classes.getOrDefault(output, 0)];
        FloatTensor logarithms = working.output(output);
        for (int at = 0; at < chances.length; at++) {
            chances[at] = Math.exp(logarithms.floats().get(vehicle * chances.length + at));
        }
        return chances;
    }

    private void check(Map<String, long[]> shapes) {
        classes.forEach((name, count) -> {
            long[] shape = shapes.getOrDefault(name, new long[0]);
            if (shape.length != 2 || shape[1] != count) {
                throw new IllegalArgumentException(
                        "The attributes' network has no output %s [n,%d]".formatted(name, count));
            }
        });
    }

    private Memory newMemory() {
        Map<String, FloatTensor> outputs = new LinkedHashMap<>();
        classes.forEach((name, count) -> outputs.put(name, FloatTensor.of(BATCH, count)));
        return new Memory(ByteBuffer.allocateDirect(BATCH * bytes()), outputs);
    }

    private int bytes() {
        return 3 * spec.width() * spec.height();
    }

    private long[] shape(int vehicles) {
        return new long[] {vehicles, spec.height(), spec.width(), 3};
    }

    /** Makes an answer of what a run left in the memory for the vehicle of that number. */
    private interface Answering {
        Described answer(Undescribed asked, Memory working, int vehicle);
    }

    /** What one run needs outside of the heap. */
    private record Memory(ByteBuffer vehicles, Map<String, FloatTensor> outputs) {
        FloatTensor output(String name) {
            FloatTensor tensor = outputs.get(name);
            if (tensor == null) {
                throw new IllegalArgumentException(name);
            }
            return tensor;
        }
    }
}
