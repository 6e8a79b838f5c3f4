package io.matricula.recognition.image;

import io.matricula.recognition.geometry.Box;
import java.nio.ByteBuffer;

/** An upright picture in memory that ends with {@link #close()}. Any number of threads may read it; nothing may be called after closing. */
public interface Picture extends AutoCloseable {
    int width();

    int height();

    /** The pixels as {@link Pixels#bgr()} has them, not a copy; valid until closing. Only absolute reads are allowed. */
    ByteBuffer bgr();

    /**
     * Writes the whole picture, scaled to {@code width} x {@code height}, to the start of each of {@code height} rows in a direct buffer; the
     * bytes between the rows are left as they are. Shrinking averages the area, enlarging interpolates.
     *
     * @param stride bytes from the start of one row to the next, at least three times {@code width}
     */
    default void scaleInto(ByteBuffer target, int width, int height, int stride) {
        scaleInto(target, new Box(0, 0, width(), height()), width, height, stride);
    }

    /** The same for a part that lies inside of the picture; {@code target} may be a slice of a larger buffer. */
    void scaleInto(ByteBuffer target, Box part, int width, int height, int stride);

    /**
     * Writes a cut, {@code height} rows of {@code width} pixels without gaps, to the start of a direct buffer, which may be a slice of a larger one.
     * What lies outside of the picture repeats its edge.
     */
    void cutInto(ByteBuffer target, Cut cut);

    @Override
    void close();
}
