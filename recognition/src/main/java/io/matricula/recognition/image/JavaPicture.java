package io.matricula.recognition.image;

import io.matricula.recognition.geometry.Box;
import java.nio.ByteBuffer;

/** Pixels in memory of the Java process. */
record JavaPicture(Pixels pixels) implements Picture {
    @Override
    public int width() {
        return pixels.width();
    }

    @Override
    public int height() {
        return pixels.height();
    }

    @Override
    public ByteBuffer bgr() {
        return pixels.bgr();
    }

    @Override
    public void scaleInto(ByteBuffer target, Box part, int scaledWidth, int scaledHeight, int stride) {
        new Scaling(pixels, part, scaledWidth, scaledHeight).writeTo(target, stride);
    }

    @Override
    public void cutInto(ByteBuffer target, Cut cut) {
        new Sampler(pixels, cut).writeTo(target);
    }

    @Override
    public void close() {
        // The garbage collector does it.
    }
}
