package io.matricula.webhook.payload;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Port: makes the picture that goes with a delivery. Safe for concurrent use. */
public interface PictureCutter {
    /**
     * A picture as an upright JPEG.
     *
     * @param picture as a client sent it, in any format that recognition reads
     * @param area what to cut out, within the upright picture; null for all of it
     * @throws IOException if it can't be decoded
     */
    byte[] jpeg(byte[] picture, @Nullable Area area) throws IOException;
}
