package io.matricula.service.webhook.admin;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;

/** What a test event carries: the answer to a grey picture without plates, so that no gate opens by it. */
final class TestEvent {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private TestEvent() {}

    static String data(Instant now) {
        return """
                {"processing_time":0.0,"results":[],"filename":"test.jpg","version":1,"camera_id":null,\
                "timestamp":"%s","image_width":%d,"image_height":%d}""".formatted(now.truncatedTo(ChronoUnit.SECONDS), WIDTH, HEIGHT);
    }

    static byte[] picture() {
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
