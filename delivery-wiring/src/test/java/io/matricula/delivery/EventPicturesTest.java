package io.matricula.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.webhook.payload.Area;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class EventPicturesTest {
    private final EventPictures pictures = new EventPictures();

    /** White with a red patch from (40, 20) to (60, 30). */
    private static byte[] drawn(String format) throws IOException {
        var image = new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 100, 80);
        graphics.setColor(Color.RED);
        graphics.fillRect(40, 20, 20, 10);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        assertThat(jpeg).startsWith(0xFF, 0xD8, 0xFF);
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    @Test
    void jpeg_uprightJpegAsAWhole_isTheSameBytes() throws IOException {
        byte[] jpeg = drawn("jpeg");
        assertThat(pictures.jpeg(jpeg, null)).isSameAs(jpeg);
    }

    @Test
    void jpeg_pngAsAWhole_isAJpegOfIt() throws IOException {
        BufferedImage image = read(pictures.jpeg(drawn("png"), null));
        assertThat(image.getWidth()).isEqualTo(100);
        assertThat(image.getHeight()).isEqualTo(80);
        Color middle = new Color(image.getRGB(50, 25));
        assertThat(middle.getRed()).isGreaterThan(200);
        assertThat(middle.getBlue()).isLessThan(60);
    }

    @Test
    void jpeg_area_isThatPart() throws IOException {
        BufferedImage image = read(pictures.jpeg(drawn("png"), new Area(40, 20, 60, 30)));
        assertThat(image.getWidth()).isEqualTo(20);
        assertThat(image.getHeight()).isEqualTo(10);
        Color corner = new Color(image.getRGB(1, 1));
        assertThat(corner.getRed()).isGreaterThan(200);
        assertThat(corner.getGreen()).isLessThan(80);
    }

    @Test
    void jpeg_noPicture_fails() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> pictures.jpeg(new byte[100], null));
    }
}
