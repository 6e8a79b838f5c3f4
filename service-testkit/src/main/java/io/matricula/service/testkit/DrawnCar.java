package io.matricula.service.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A drawn car whose plate is KR 718 XD, 640 x 480. */
public final class DrawnCar {
    private DrawnCar() {}

    public static byte[] jpeg() {
        try (InputStream in = Objects.requireNonNull(DrawnCar.class.getResourceAsStream("drawn-car.jpg"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG in which there is no car: evenly grey. */
    static byte[] without() {
        var grey = new BufferedImage(320, 240, BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[320];
        Arrays.fill(row, 0x808080);
        for (int y = 0; y < 240; y++) {
            grey.setRGB(0, y, 320, 1, row, 0, 0);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(grey, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
