package io.matricula.recognition.detect;

import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.onnx.OnnxModel;
import io.matricula.recognition.onnx.OnnxRuntime;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A network that sees the same in every picture: ONNX (onnx.proto, IR version 8) with one constant node, written by hand. */
final class ConstantNetwork {
    private ConstantNetwork() {}

    /** @param rows output {@code detections} [1, rows, columns] */
    static OnnxModel of(float[]... rows) {
        byte[] tensor = join(packed(1, 1, rows.length, rows[0].length), number(2, 1), bytes(9, floats(rows)));
        byte[] attribute = join(text(1, "value"), bytes(5, tensor), number(20, 4));
        byte[] node = join(text(2, "detections"), text(4, "Constant"), bytes(5, attribute));
        byte[] graph = join(
                bytes(1, node),
                text(2, "constant"),
                bytes(11, value("image", 2, dimension(1), free("height"), free("width"), dimension(3))),
                bytes(12, value("detections", 1, dimension(1), dimension(rows.length), dimension(rows[0].length))));
        byte[] opset = join(text(1, ""), number(2, 16));
        return new OnnxRuntime(Device.CPU, 1).load(join(number(1, 8), bytes(7, graph), bytes(8, opset)));
    }

    private static byte[] value(String name, int type, byte[]... dimensions) {
        byte[] shape = new byte[0];
        for (byte[] dimension : dimensions) {
            shape = join(shape, bytes(1, dimension));
        }
        byte[] tensor = join(number(1, type), bytes(2, shape));
        return join(text(1, name), bytes(2, bytes(1, tensor)));
    }

    private static byte[] dimension(long size) {
        return number(1, size);
    }

    private static byte[] free(String name) {
        return text(2, name);
    }

    private static byte[] floats(float[][] rows) {
        ByteBuffer floats =
                ByteBuffer.allocate(Float.BYTES * rows.length * rows[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            for (float value : row) {
                floats.putFloat(value);
            }
        }
        return floats.array();
    }

    private static byte[] packed(int field, long... numbers) {
        byte[] content = new byte[0];
        for (long number : numbers) {
            content = join(content, varint(number));
        }
        return bytes(field, content);
    }

    private static byte[] text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int field, byte[] content) {
        return join(varint(field << 3 | 2), varint(content.length), content);
    }

    private static byte[] number(int field, long number) {
        return join(varint(field << 3), varint(number));
    }

    private static byte[] varint(long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = number;
        for (; rest > 127; rest >>>= 7) {
            bytes.write((int) (rest & 127 | 128));
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
