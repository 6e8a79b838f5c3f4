package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.onnx.BufferPool;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture, and parts of it, at the sizes that networks look at; the whole is scaled to each size once, whichever network asks first. For one
 * thread; closing it gives its memory back but leaves the picture open.
 */
public final class Views implements AutoCloseable {
    private final Picture picture;
    private final ViewMemory memory;
    private final List<Taken> taken = new ArrayList<>(3);

    Views(Picture picture, ViewMemory memory) {
        this.picture = picture;
        this.memory = memory;
    }

    Picture picture() {
        return picture;
    }

    /** The picture scaled so that its longer side has so many pixels. */
    View at(int size) {
        Box whole = new Box(0, 0, picture.width(), picture.height());
        for (Taken each : taken) {
            if (each.size == size && each.view.part().equals(whole)) {
                return each.view;
            }
        }
        return of(whole, size);
    }

    /** A part of the picture, scaled so that its longer side has so many pixels. */
    View of(Box part, int size) {
        BufferPool<ByteBuffer> pool = memory.pool(size);
        Letterbox letterbox = Letterbox.of(part.width(), part.height(), size);
        View view = new View(part, letterbox, pool.take());
        taken.add(new Taken(size, view, pool));
        letterbox.fill(view.bytes(), picture, part);
        return view;
    }

    @Override
    public void close() {
        taken.forEach(each -> each.pool.giveBack(each.view.bytes()));
        taken.clear();
    }

    private record Taken(int size, View view, BufferPool<ByteBuffer> pool) {}
}
