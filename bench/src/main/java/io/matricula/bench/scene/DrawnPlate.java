package io.matricula.bench.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** A European-looking plate of no country in particular: dark characters on white or yellow, with a blue band at the left. */
record DrawnPlate(String shown, boolean yellow) {
    /** Letters that nobody mistakes for a digit, as most countries choose them. */
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTVWXYZ";

    static DrawnPlate random(Random random) {
        StringBuilder shown = new StringBuilder();
        for (char kind : "LL DDD LL".toCharArray()) {
            shown.append(
                    switch (kind) {
                        case 'L' -> LETTERS.charAt(random.nextInt(LETTERS.length()));
                        case 'D' -> (char) ('0' + random.nextInt(10));
                        default -> ' ';
                    });
        }
        return new DrawnPlate(shown.toString(), random.nextInt(4) == 0);
    }

    String text() {
        return shown.replace(" ", "");
    }

    /** Draws the plate around the origin, twice as wide as half its width and with the sides of 520 to 112; returns its outline. */
    Shape draw(Graphics2D pen, double halfWidth) {
        double height = 2 * halfWidth * 112 / 520;
        Shape outline =
                new RoundRectangle2D.Double(-halfWidth, -height / 2, 2 * halfWidth, height, height / 6, height / 6);
        pen.setColor(yellow ? new Color(0xF4C430) : new Color(0xF5F5F2));
        pen.fill(outline);
        double band = height * 0.42;
        pen.setColor(new Color(0x1B4AA0));
        pen.fill(new Rectangle2D.Double(-halfWidth + height / 20, -height * 0.45, band, height * 0.9));
        pen.setColor(new Color(0x111111));
        pen.setStroke(new BasicStroke((float) height / 30));
        pen.draw(outline);
        drawText(
                pen,
                new Rectangle2D.Double(
                        -halfWidth + band + height / 8,
                        -height * 0.36,
                        2 * halfWidth - band - height / 4,
                        height * 0.72));
        return outline;
    }

    private void drawText(Graphics2D pen, Rectangle2D room) {
        GlyphVector glyphs =
                new Font(Font.SANS_SERIF, Font.BOLD, 100).createGlyphVector(pen.getFontRenderContext(), shown);
        Rectangle2D ink = glyphs.getVisualBounds();
        AffineTransform fit = new AffineTransform();
        fit.translate(room.getX(), room.getY());
        fit.scale(room.getWidth() / ink.getWidth(), room.getHeight() / ink.getHeight());
        fit.translate(-ink.getX(), -ink.getY());
        pen.fill(fit.createTransformedShape(glyphs.getOutline()));
    }
}
