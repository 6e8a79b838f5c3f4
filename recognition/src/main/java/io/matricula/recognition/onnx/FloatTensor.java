package io.matricula.recognition.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Room outside of the heap for one output of a network; used by one run at a time. */
public final class FloatTensor {
    private final FloatBuffer floats;
    private final long[] shape;

    private FloatTensor(FloatBuffer floats, long[] shape) {
        this.floats = floats;
        this.shape = shape;
    }

    /** New room for that shape. */
    public static FloatTensor of(long... shape) {
        long size = Float.BYTES;
        for (long each : shape) {
            size *= each;
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(size));
        return new FloatTensor(bytes.order(ByteOrder.nativeOrder()).asFloatBuffer(), shape.clone());
    }

    /** What the last run wrote, from index 0 on. */
    public FloatBuffer floats() {
        return floats;
    }

    /** The beginning of this room, for fewer entries along the first axis. */
    public FloatTensor first(int count) {
        long[] fewer = shape.clone();
        fewer[0] = count;
        int length = Math.toIntExact(floats.capacity() / shape[0] * count);
        return new FloatTensor(floats.slice(0, length), fewer);
    }

    OnnxTensor on(OrtEnvironment environment) throws OrtException {
        return OnnxTensor.createTensor(environment, floats.duplicate(), shape);
    }
}
