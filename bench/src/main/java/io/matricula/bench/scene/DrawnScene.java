package io.matricula.bench.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/**
 * A street with the back of a car that carries a plate, drawn from a seed: the same seed gives the same scene wherever the same fonts are.
 *
 * @param picture three bytes a pixel, blue first
 * @param text upper case, without the gap that is drawn
 * @param box upright rectangle around the plate, in pixels
 */
public record DrawnScene(BufferedImage picture, String text, Rectangle box) {
    private static final Color[] PAINTS = {
        new Color(0x7A1F24),
        new Color(0x1E3A5F),
        new Color(0xC9CDD2),
        new Color(0x2B2F33),
        new Color(0x3C5A40),
        new Color(0xE8E6E0)
    };

    public static DrawnScene draw(long seed, int width, int height) {
        Random random = new Random(seed);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawStreet(pen, random, width, height);
        DrawnPlate plate = DrawnPlate.random(random);
        double carWidth = width * (0.35 + 0.2 * random.nextDouble());
        AffineTransform car = new AffineTransform();
        car.translate(width * (0.4 + 0.2 * random.nextDouble()), height * 0.6);
        car.rotate(Math.toRadians(random.nextDouble() * 8 - 4));
        car.scale(carWidth / 100, carWidth / 100);
        pen.transform(car);
        drawCar(pen, PAINTS[random.nextInt(PAINTS.length)]);
        Shape outline = plate.draw(pen, 13);
        pen.dispose();
        addGrain(picture, random);
        return new DrawnScene(
                picture, plate.text(), car.createTransformedShape(outline).getBounds());
    }

    private static void drawStreet(Graphics2D pen, Random random, int width, int height) {
        pen.setPaint(new GradientPaint(0, 0, new Color(0x8FB3D9), 0, height * 0.5f, new Color(0xE5E9EC)));
        pen.fillRect(0, 0, width, height);
        for (int x = 0; x < width; x += width / 8) {
            int roof = (int) (height * (0.1 + 0.25 * random.nextDouble()));
            int shade = 110 + random.nextInt(90);
            pen.setColor(new Color(shade, shade - 10, shade - 25));
            pen.fillRect(x, roof, width / 8 + 1, height / 2 - roof);
            drawWindows(pen, new Rectangle(x, roof, width / 8, height / 2 - roof), shade / 2);
        }
        pen.setPaint(new GradientPaint(0, height * 0.5f, new Color(0x6E6E70), 0, height, new Color(0x3F4042)));
        pen.fillRect(0, height / 2, width, height - height / 2);
        pen.setColor(new Color(0xC8C4B8));
        pen.fillRect(0, height / 2, width, height / 60);
    }

    private static void drawWindows(Graphics2D pen, Rectangle house, int shade) {
        pen.setColor(new Color(shade, shade + 10, shade + 20));
        int step = house.width / 4;
        for (int y = house.y + step; y + step < house.y + house.height; y += step * 3 / 2) {
            for (int column = 0; column < 3; column++) {
                pen.fillRect(house.x + step / 2 + column * step * 5 / 4, y, step / 2, step);
            }
        }
    }

    /** In units of a hundredth of the car's width, origin at the middle of the plate. */
    private static void drawCar(Graphics2D pen, Color paint) {
        pen.setColor(new Color(0, 0, 0, 110));
        pen.fill(new Ellipse2D.Double(-54, 14, 108, 14));
        pen.setColor(new Color(0x15, 0x15, 0x17));
        pen.fill(new RoundRectangle2D.Double(-46, 4, 15, 20, 6, 6));
        pen.fill(new RoundRectangle2D.Double(31, 4, 15, 20, 6, 6));
        pen.setPaint(new GradientPaint(0, -50, paint.brighter(), 0, 16, paint.darker()));
        pen.fill(new RoundRectangle2D.Double(-40, -52, 80, 46, 26, 30));
        pen.fill(new RoundRectangle2D.Double(-50, -28, 100, 42, 16, 18));
        pen.setPaint(new GradientPaint(0, -48, new Color(0x2A333B), 0, -28, new Color(0x66727C)));
        pen.fill(new RoundRectangle2D.Double(-33, -47, 66, 21, 12, 12));
        pen.setColor(paint.darker().darker());
        pen.setStroke(new BasicStroke(0.5f));
        pen.draw(new RoundRectangle2D.Double(-38, -24, 76, 34, 8, 8));
        pen.fill(new RoundRectangle2D.Double(-50, 8, 100, 7, 6, 6));
        for (int side : new int[] {-48, 36}) {
            pen.setColor(new Color(0xB0161B));
            pen.fill(new RoundRectangle2D.Double(side, -22, 12, 9, 4, 4));
            pen.setColor(new Color(0xF2A541));
            pen.fill(new RoundRectangle2D.Double(side + 2, -18, 8, 3, 2, 2));
        }
    }

    private static void addGrain(BufferedImage picture, Random random) {
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < bytes.length; i++) {
            int value = (bytes[i] & 0xFF) + random.nextInt(13) - 6;
            bytes[i] = (byte) Math.max(0, Math.min(255, value));
        }
    }
}
