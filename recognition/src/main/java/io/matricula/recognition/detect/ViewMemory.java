package io.matricula.recognition.detect;

import io.matricula.recognition.image.Picture;
import io.matricula.recognition.onnx.BufferPool;
import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Memory for the views of pictures, used again by one recognition after another. Thread-safe. */
public final class ViewMemory {
    private final NavigableMap<Integer, BufferPool<ByteBuffer>> pools = new TreeMap<>();

    /** @param sizes longer sides in pixels that networks look at; pictures that are smaller use the memory of the next size */
    public ViewMemory(Set<Integer> sizes) {
        for (int size : sizes) {
            pools.put(size, new BufferPool<>(() -> ByteBuffer.allocateDirect(Letterbox.bytes(size))));
        }
    }

    /** The views of a picture, none of them made yet. */
    public Views of(Picture picture) {
        return new Views(picture, this);
    }

    /** @throws IllegalArgumentException if the size is larger than all that were announced */
    BufferPool<ByteBuffer> pool(int size) {
        var next = pools.ceilingEntry(size);
        if (next == null) {
            throw new IllegalArgumentException("No view has " + size + " pixels");
        }
        return next.getValue();
    }
}
