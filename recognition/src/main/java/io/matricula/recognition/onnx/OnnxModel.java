package io.matricula.recognition.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network with one input of bytes and outputs of floats, ready to run. Any number of threads may run it at the same time. */
public final class OnnxModel implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;

    OnnxModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        input = session.getInputNames().iterator().next();
    }

    /** Shape that the network declares for its input; -1 where any size will do. */
    public long[] inputShape() {
        try {
            NodeInfo info = session.getInputInfo().get(input);
            if (info != null && info.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.UINT8) {
                return tensor.getShape();
            }
            throw new IllegalArgumentException("The network's input is not a tensor of bytes");
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** Runs once on zeros of that shape and tells the shapes of all outputs, by name. */
    public Map<String, long[]> outputShapes(long... shape) {
        ByteBuffer zeros = ByteBuffer.allocateDirect(Math.toIntExact(size(shape)));
        Map<String, long[]> shapes = new LinkedHashMap<>();
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, zeros, shape, OnnxJavaType.UINT8);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            for (Map.Entry<String, OnnxValue> output : result) {
                if (output.getValue() instanceof OnnxTensor floats) {
                    shapes.put(output.getKey(), floats.getInfo().getShape());
                }
            }
            return shapes;
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /**
     * Runs the network on bytes and into buffers of the caller; nothing is copied on a CPU.
     *
     * @param bytes direct, at least as long as the shape tells
     * @param outputs exactly the outputs wanted, each with the shape that this input shape leads to
     */
    public void run(ByteBuffer bytes, long[] shape, Map<String, FloatTensor> outputs) {
        ByteBuffer exact = bytes.duplicate().clear().limit(Math.toIntExact(size(shape)));
        Map<String, OnnxTensor> pinned = new HashMap<>();
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, exact, shape, OnnxJavaType.UINT8)) {
            for (Map.Entry<String, FloatTensor> output : outputs.entrySet()) {
                pinned.put(output.getKey(), output.getValue().on(environment));
            }
            session.run(Map.of(input, tensor), pinned).close();
        } catch (OrtException e) {
            throw failed(e);
        } finally {
            pinned.values().forEach(OnnxTensor::close);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    private static long size(long[] shape) {
        long size = 1;
        for (long each : shape) {
            size *= each;
        }
        return size;
    }

    private static IllegalStateException failed(OrtException e) {
        return new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
    }
}
