package io.matricula.local.cli;

import io.matricula.recognition.Plate;
import io.matricula.recognition.Vehicle;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Marks plates and vehicles in a picture: outlines, and what is known beside plates and inside of vehicles. Every stroke is light on dark and every text stands on a
 * plaque of its own, so that both can be seen on any ground. Used by one thread.
 */
final class PlateDrawing {
    private static final Color LIGHT = new Color(0xFFD60A);
    private static final Color COOL = new Color(0x5CD6FF);
    private static final Color DARK = new Color(0, 0, 0, 200);
    private static final int SMALLEST_TEXT = 14;
    /** A text this part of the picture's longer side is read easily when the picture fills a screen. */
    private static final int TEXT_PART = 45;

    private final BufferedImage picture;
    private final Graphics2D pen;
    private final int unit;
    /** Plates and plaques, which no other plaque shall hide. */
    private final List<Rectangle> taken = new ArrayList<>();

    private PlateDrawing(BufferedImage picture) {
        this.picture = picture;
        this.pen = picture.createGraphics();
        int text = Math.max(SMALLEST_TEXT, Math.max(picture.getWidth(), picture.getHeight()) / TEXT_PART);
        this.unit = Math.max(1, text / 8);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, text));
    }

    /** Draws on the picture itself. */
    static void mark(BufferedImage picture, List<Plate> plates, List<Vehicle> vehicles) {
        PlateDrawing drawing = new PlateDrawing(picture);
        try {
            vehicles.forEach(vehicle -> drawing.outline(vehicle.box()));
            plates.forEach(plate -> drawing.outline(plate.corners()));
            plates.forEach(plate -> drawing.taken.add(rectangle(plate.box())));
            plates.forEach(drawing::label);
            vehicles.forEach(drawing::label);
        } finally {
            drawing.pen.dispose();
        }
    }

    private void outline(Box vehicle) {
        Path2D path = new Path2D.Float(rectangle(vehicle));
        stroke(path, DARK, 2f * unit);
        stroke(path, COOL, Math.max(1, unit / 2f));
    }

    private void outline(Corners corners) {
        Path2D path = new Path2D.Float();
        path.moveTo(corners.topLeft().x(), corners.topLeft().y());
        for (Point corner : List.of(corners.topRight(), corners.bottomRight(), corners.bottomLeft())) {
            path.lineTo(corner.x(), corner.y());
        }
        path.closePath();
        stroke(path, DARK, 3f * unit);
        stroke(path, LIGHT, unit);
    }

    private void stroke(Path2D path, Color colour, float width) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(path);
    }

    private void label(Plate plate) {
        write(text(plate), beside(plate.box()), LIGHT);
    }

    private void label(Vehicle vehicle) {
        String words = VehicleWords.of(vehicle).sentence();
        String text = String.format(
                Locale.ROOT, "%s  %.0f %%", words.isEmpty() ? "vehicle" : words, Math.floor(100 * vehicle.score()));
        write(text, within(vehicle.box()), COOL);
    }

    private void write(String text, Places places, Color frame) {
        FontMetrics metrics = pen.getFontMetrics();
        int width = metrics.stringWidth(text) + 6 * unit;
        int height = metrics.getAscent() + metrics.getDescent() + 2 * unit;
        Rectangle plaque = free(places.of(width, height));
        taken.add(plaque);
        pen.setColor(DARK);
        pen.fillRoundRect(plaque.x, plaque.y, plaque.width, plaque.height, 4 * unit, 4 * unit);
        pen.setColor(frame);
        pen.setStroke(new BasicStroke(Math.max(1, unit / 2f)));
        pen.drawRoundRect(plaque.x, plaque.y, plaque.width - 1, plaque.height - 1, 4 * unit, 4 * unit);
        pen.setColor(Color.WHITE);
        pen.drawString(text, plaque.x + 3 * unit, plaque.y + unit + metrics.getAscent());
    }

    private static String text(Plate plate) {
        String text = plate.reading().text();
        double score = text.isEmpty() ? plate.detectionScore() : plate.reading().score();
        return String.format(Locale.ROOT, "%s  %.0f %%", text.isEmpty() ? "plate" : text, Math.floor(100 * score));
    }

    /** Above the plate, else below it, else beside it. */
    private Places beside(Box box) {
        int gap = 3 * unit;
        return (width, height) -> Stream.of(
                new Rectangle(box.left(), box.top() - gap - height, width, height),
                new Rectangle(box.left(), box.bottom() + gap, width, height),
                new Rectangle(box.right() + gap, box.top(), width, height),
                new Rectangle(box.left() - gap - width, box.top(), width, height));
    }

    /** In the vehicle's upper left corner, else in another. */
    private static Places within(Box box) {
        return (width, height) -> Stream.of(
                new Rectangle(box.left(), box.top(), width, height),
                new Rectangle(box.right() - width, box.top(), width, height),
                new Rectangle(box.left(), box.bottom() - height, width, height),
                new Rectangle(box.right() - width, box.bottom() - height, width, height));
    }

    /** The first place on nothing that is there already, moved inside the picture; if there is none, the first. */
    private Rectangle free(Stream<Rectangle> wanted) {
        List<Rectangle> places = wanted.map(this::inside).toList();
        return places.stream()
                .filter(place -> taken.stream().noneMatch(place::intersects))
                .findFirst()
                .orElse(places.get(0));
    }

    private static Rectangle rectangle(Box box) {
        return new Rectangle(box.left(), box.top(), box.width(), box.height());
    }

    private Rectangle inside(Rectangle wanted) {
        int x = Math.max(0, Math.min(wanted.x, picture.getWidth() - wanted.width));
        int y = Math.max(0, Math.min(wanted.y, picture.getHeight() - wanted.height));
        return new Rectangle(x, y, wanted.width, wanted.height);
    }

    /** Where a plaque of a size may go, best first. */
    private interface Places {
        Stream<Rectangle> of(int width, int height);
    }
}
