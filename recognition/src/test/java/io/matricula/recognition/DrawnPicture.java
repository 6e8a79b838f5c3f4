package io.matricula.recognition;

import io.matricula.recognition.image.Pixels;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import javax.imageio.ImageIO;

/** A street scene with plates, drawn with strokes of our own: no font of the machine is needed. */
final class DrawnPicture {
    /** Characters on a grid of 4 columns and 6 rows: M and L as in SVG, Q for a curve. */
    private static final Map<Character, String> GLYPHS = Map.ofEntries(
            Map.entry('A', "M0,6 L2,0 L4,6 M0.8,4 L3.2,4"),
            Map.entry('E', "M4,0 L0,0 L0,6 L4,6 M0,3 L3.2,3"),
            Map.entry('F', "M4,0 L0,0 L0,6 M0,3 L3.2,3"),
            Map.entry('H', "M0,0 L0,6 M4,0 L4,6 M0,3 L4,3"),
            Map.entry('K', "M0,0 L0,6 M4,0 L0,3.6 M1.2,2.6 L4,6"),
            Map.entry('L', "M0,0 L0,6 L4,6"),
            Map.entry('N', "M0,6 L0,0 L4,6 L4,0"),
            Map.entry('T', "M0,0 L4,0 M2,0 L2,6"),
            Map.entry('V', "M0,0 L2,6 L4,0"),
            Map.entry('X', "M0,0 L4,6 M4,0 L0,6"),
            Map.entry('3', "M0.2,0.6 Q1,0 2,0 Q3.8,0 3.8,1.5 Q3.8,2.8 2,2.8 Q4,2.8 4,4.4 Q4,6 2,6 Q0.8,6 0,5.2"),
            Map.entry('4', "M3,6 L3,0 L0,4.4 L4,4.4"),
            Map.entry('7', "M0,0 L4,0 L1.4,6"),
            Map.entry('2', "M0.1,1.6 Q0.2,0 2,0 Q4,0 4,1.7 Q4,2.8 2.8,3.8 L0,6 L4,6"));

    private final BufferedImage image;
    private final Graphics2D pen;

    DrawnPicture(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(new Color(96, 100, 104));
        pen.fillRect(0, 0, width, height);
    }

    /** The rear of a dark car around a place. */
    DrawnPicture car(int left, int top, int width) {
        pen.setColor(new Color(38, 44, 66));
        pen.fillRoundRect(left, top, width, width * 3 / 5, width / 8, width / 8);
        pen.setColor(new Color(20, 22, 26));
        pen.fillRoundRect(left + width / 6, top + width / 20, width * 2 / 3, width / 5, width / 16, width / 16);
        pen.setColor(new Color(170, 24, 24));
        pen.fillRect(left + width / 30, top + width * 3 / 10, width / 8, width / 14);
        pen.fillRect(left + width - width / 30 - width / 8, top + width * 3 / 10, width / 8, width / 14);
        return this;
    }

    /** A white plate of one row, 4.7 times as wide as high. */
    DrawnPicture plate(String text, int left, int top, int width) {
        AffineTransform before = pen.getTransform();
        pen.translate(left, top);
        pen.scale(width / 470.0, width / 470.0);
        pen.setColor(Color.BLACK);
        pen.fillRoundRect(0, 0, 470, 100, 14, 14);
        pen.setColor(new Color(240, 240, 236));
        pen.fillRoundRect(4, 4, 462, 92, 12, 12);
        pen.setColor(new Color(16, 16, 20));
        pen.setStroke(new BasicStroke(9, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        double advance = 430.0 / text.length();
        for (int at = 0; at < text.length(); at++) {
            Path2D glyph = glyph(text.charAt(at));
            glyph.transform(AffineTransform.getScaleInstance(8.5, 10.5));
            glyph.transform(AffineTransform.getTranslateInstance(22 + at * advance + (advance - 34) / 2, 18));
            pen.draw(glyph);
        }
        pen.setTransform(before);
        return this;
    }

    byte[] encode(String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Pixels pixels() {
        ByteBuffer bgr = ByteBuffer.allocateDirect(3 * image.getWidth() * image.getHeight());
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            bgr.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
        }
        return new Pixels(image.getWidth(), image.getHeight(), bgr.flip());
    }

    private static Path2D glyph(char character) {
        Path2D path = new Path2D.Double();
        double[] control = null;
        for (String step : GLYPHS.get(character).split(" ")) {
            boolean named = Character.isLetter(step.charAt(0));
            String[] place = step.substring(named ? 1 : 0).split(",");
            double x = Double.parseDouble(place[0]);
            double y = Double.parseDouble(place[1]);
            if (control != null) {
                path.quadTo(control[0], control[1], x, y);
                control = null;
            } else if (step.charAt(0) == 'M') {
                path.moveTo(x, y);
            } else if (step.charAt(0) == 'Q') {
                control = new double[] {x, y};
            } else {
                path.lineTo(x, y);
            }
        }
        return path;
    }
}
