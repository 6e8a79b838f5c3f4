package io.matricula.bench.formats;

import io.matricula.recognition.bundle.Manifest.ReaderSpec;
import io.matricula.recognition.bundle.ModelBundle;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.image.PictureException;
import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.onnx.FloatTensor;
import io.matricula.recognition.onnx.OnnxModel;
import io.matricula.recognition.onnx.OnnxRuntime;
import io.matricula.recognition.read.CtcOutput;
import io.matricula.recognition.rectify.PlateRectifier;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;

/** Runs a bundle's reader over crops and keeps what it says before decoding, so that many ways of decoding can be tried. One thread. */
final class CropReader implements AutoCloseable {
    private final ReaderSpec spec;
    private final OnnxModel model;
    private final PlateRectifier rectifier;
    private final PictureDecoder decoder = PictureDecoder.open(new PictureBounds(10_000_000, 8_000), 10_000_000);
    private final ByteBuffer plate;
    private final FloatTensor text;
    private final FloatTensor region;
    private final int steps;

    CropReader(ModelBundle bundle) {
        spec = bundle.manifest().reader();
        model = new OnnxRuntime(Device.CPU, 1).load(bundle.model(spec.file()));
        rectifier = new PlateRectifier(spec.width(), spec.height(), spec.marginX(), spec.marginY());
        plate = ByteBuffer.allocateDirect(rectifier.size());
        Map<String, long[]> shapes = model.outputShapes(shape());
        steps = Math.toIntExact(shapes.getOrDefault("logprobs", new long[] {1, 0, 0})[1]);
        text = FloatTensor.of(1, steps, symbols());
        region = FloatTensor.of(1, spec.regions().size());
    }

    ReadCrop read(LabelledCrop crop, byte[] bytes) throws PictureException {
        try (Picture picture = decoder.decode(bytes)) {
            Corners place = crop.place(picture.width(), picture.height(), spec.marginX(), spec.marginY());
            rectifier.rectify(picture, place, plate, 0);
        }
        model.run(plate, shape(), Map.of("logprobs", text, "region", region));
        FloatBuffer kept = FloatBuffer.allocate(steps * symbols());
        kept.put(0, text.floats(), 0, kept.capacity());
        float[] regions = new float[spec.regions().size()];
        region.floats().get(0, regions);
        return new ReadCrop(crop, new CtcOutput(kept, 0, steps, symbols()), regions);
    }

    private int symbols() {
        return spec.alphabet().size() + 1;
    }

    private long[] shape() {
        return new long[] {1, spec.height(), spec.width(), 3};
    }

    @Override
    public void close() {
        model.close();
    }

    /** A crop with what the reader says of it. */
    record ReadCrop(LabelledCrop crop, CtcOutput text, float[] region) {}
}
