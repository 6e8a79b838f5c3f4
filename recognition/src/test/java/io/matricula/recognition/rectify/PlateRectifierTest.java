package io.matricula.recognition.rectify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Homography;
import io.matricula.recognition.geometry.Point;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.image.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PlateRectifierTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 32;

    private final PictureDecoder decoder = PictureDecoder.open(new PictureBounds(1_000_000, 4000), 4_000_000);

    @Test
    void rectify_tiltedPlate_isFlatAndUpright() {
        Corners corners = new Corners(new Point(60, 40), new Point(260, 90), new Point(250, 160), new Point(50, 120));

        byte[] flat = rectify(quarters(corners), corners, 0);

        assertColour(flat, 0.25, 0.25, Color.RED);
        assertColour(flat, 0.75, 0.25, Color.GREEN);
        assertColour(flat, 0.25, 0.75, Color.BLUE);
        assertColour(flat, 0.75, 0.75, Color.WHITE);
        assertColour(flat, 0.02, 0.05, Color.RED);
        assertColour(flat, 0.98, 0.95, Color.WHITE);
    }

    @Test
    void rectify_plateUpsideDown_isTurned() {
        Corners corners = Corners.of(60, 40, 220, 104);
        Corners turned =
                new Corners(corners.bottomRight(), corners.bottomLeft(), corners.topLeft(), corners.topRight());

        byte[] flat = rectify(quarters(corners), turned, 0);

        assertColour(flat, 0.25, 0.25, Color.WHITE);
        assertColour(flat, 0.75, 0.75, Color.RED);
    }

    @Test
    void rectify_withMargin_showsTheSurroundings() {
        Corners corners = Corners.of(60, 40, 220, 104);

        byte[] flat = rectify(quarters(corners), corners, 0.1);

        assertColour(flat, 0.03, 0.5, Color.GRAY);
        assertColour(flat, 0.5, 0.97, Color.GRAY);
        assertColour(flat, 0.12, 0.12, Color.RED);
    }

    @Test
    void rectify_beyondThePicture_repeatsTheEdge() {
        Corners corners = Corners.of(-100, 40, 60, 104);

        byte[] flat = rectify(quarters(Corners.of(0, 0, 320, 200)), corners, 0);

        assertColour(flat, 0.1, 0.3, Color.RED);
    }

    @Test
    void rectify_largePlateOfThinStripes_averagesThem() {
        BufferedImage stripes = new BufferedImage(900, 360, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < 900; x += 2) {
            for (int y = 0; y < 360; y++) {
                stripes.setRGB(x, y, 0xFFFFFF);
            }
        }

        byte[] flat = rectify(stripes, Corners.of(20, 20, 660, 276), 0);

        for (byte value : flat) {
            assertThat(value & 0xFF).isCloseTo(128, within(20));
        }
    }

    @Test
    void acrossPlate_withMargin_isTheInverseOfTheCut() {
        PlateRectifier rectifier = new PlateRectifier(WIDTH, HEIGHT, 0.1, 0.25);

        assertThat(rectifier.acrossPlate(0)).isEqualTo(-0.1);
        assertThat(rectifier.acrossPlate(1)).isCloseTo(1.1, within(1e-9));
        assertThat(rectifier.downPlate(0.5)).isCloseTo(0.5, within(1e-9));
    }

    private byte[] rectify(BufferedImage image, Corners corners, double margin) {
        PlateRectifier rectifier = new PlateRectifier(WIDTH, HEIGHT, margin, margin);
        ByteBuffer target = ByteBuffer.allocateDirect(2 * rectifier.size());
        try (Picture picture = decoder.view(pixels(image))) {
            rectifier.rectify(picture, corners, target, rectifier.size());
        }
        byte[] flat = new byte[rectifier.size()];
        target.get(rectifier.size(), flat);
        return flat;
    }

    /** Red, green, blue and white quarters on grey, in perspective. */
    private static BufferedImage quarters(Corners corners) {
        BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, 320, 200);
        Homography map = Homography.onto(corners);
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int quarter = 0; quarter < 4; quarter++) {
            double u = quarter % 2 * 0.5;
            double v = quarter / 2 * 0.5;
            pen.setColor(colours[quarter]);
            pen.fill(polygon(map.map(u, v), map.map(u + 0.5, v), map.map(u + 0.5, v + 0.5), map.map(u, v + 0.5)));
        }
        pen.dispose();
        return image;
    }

    private static Polygon polygon(Point... points) {
        Polygon polygon = new Polygon();
        for (Point point : points) {
            polygon.addPoint(Math.round(point.x()), Math.round(point.y()));
        }
        return polygon;
    }

    private static Pixels pixels(BufferedImage image) {
        ByteBuffer bgr = ByteBuffer.allocateDirect(3 * image.getWidth() * image.getHeight());
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            bgr.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
        }
        return new Pixels(image.getWidth(), image.getHeight(), bgr.flip());
    }

    private static void assertColour(byte[] flat, double across, double down, Color colour) {
        int at = 3 * ((int) (down * HEIGHT) * WIDTH + (int) (across * WIDTH));
        Color found = new Color(flat[at + 2] & 0xFF, flat[at + 1] & 0xFF, flat[at] & 0xFF);
        assertThat(found).as("at %s, %s", across, down).isEqualTo(colour);
    }
}
