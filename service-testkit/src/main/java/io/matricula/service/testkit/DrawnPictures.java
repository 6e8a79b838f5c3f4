package io.matricula.service.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures made on the spot. */
public final class DrawnPictures {
    private DrawnPictures() {}

    /** A picture of soft grey waves in one of ImageIO's formats. */
    public static byte[] grey(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int level = 128 + (int) (20 * Math.sin(x / 17.0) * Math.cos(y / 11.0));
                picture.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return encoded(picture, format);
    }

    /** A picture of one colour only: many pixels in few bytes. */
    public static byte[] blank(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png");
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
