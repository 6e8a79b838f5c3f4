package io.matricula.bench.accuracy;

import io.matricula.recognition.geometry.Box;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A sheet of small pictures of what went wrong, to be looked at by a person. Holds parts of the pictures: not for publishing. Used by one thread. */
final class MissSheet {
    private static final int COLUMNS = 5;
    private static final int MOST = 200;
    private static final int TILE_WIDTH = 260;
    private static final int TILE_HEIGHT = 150;
    private static final int CAPTION = 34;

    private record Tile(BufferedImage cut, String title, String detail) {}

    private final List<Tile> tiles = new ArrayList<>();

    /** Keeps the surroundings of the place; does nothing once the sheet is full or where Java can't decode the picture. */
    void add(byte[] picture, @Nullable Rectangle place, String title, String detail) throws IOException {
        if (tiles.size() >= MOST) {
            return;
        }
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        if (image != null) {
            tiles.add(new Tile(cut(image, place), title, detail));
        }
    }

    static @Nullable Rectangle place(Matching.Pair pair) {
        Rectangle place = pair.found() == null ? null : rectangle(pair.found().box());
        List<Double> box = pair.truth().box();
        if (box == null) {
            return place;
        }
        Rectangle truth =
                new Rectangle(box.get(0).intValue(), box.get(1).intValue(), (int) (box.get(2) - box.get(0)), (int)
                        (box.get(3) - box.get(1)));
        return place == null ? truth : truth.union(place);
    }

    static Rectangle rectangle(Box box) {
        return new Rectangle(box.left(), box.top(), box.width(), box.height());
    }

    private static BufferedImage cut(BufferedImage image, @Nullable Rectangle place) {
        Rectangle all = new Rectangle(image.getWidth(), image.getHeight());
        Rectangle wanted = place == null ? all : new Rectangle(place);
        wanted.grow(place == null ? 0 : place.width / 3 + 4, place == null ? 0 : place.height / 2 + 4);
        Rectangle part = wanted.intersection(all);
        if (part.isEmpty()) {
            part = all;
        }
        double scale = Math.min((double) TILE_WIDTH / part.width, (double) (TILE_HEIGHT - CAPTION) / part.height);
        int width = Math.max(1, (int) (part.width * scale));
        int height = Math.max(1, (int) (part.height * scale));
        BufferedImage tile = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = tile.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(image.getSubimage(part.x, part.y, part.width, part.height), 0, 0, width, height, null);
        pen.dispose();
        return tile;
    }

    /** Writes a JPEG; nothing if nothing went wrong. */
    void write(Path target) throws IOException {
        if (tiles.isEmpty()) {
            return;
        }
        int rows = (tiles.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet =
                new BufferedImage(COLUMNS * (TILE_WIDTH + 4), rows * (TILE_HEIGHT + 4), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int i = 0; i < tiles.size(); i++) {
            draw(pen, tiles.get(i), i % COLUMNS * (TILE_WIDTH + 4), i / COLUMNS * (TILE_HEIGHT + 4));
        }
        pen.dispose();
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        ImageIO.write(sheet, "jpg", target.toFile());
    }

    private static void draw(Graphics2D pen, Tile tile, int x, int y) {
        pen.setClip(x, y, TILE_WIDTH, TILE_HEIGHT);
        pen.drawImage(tile.cut, x, y + CAPTION, null);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 13));
        pen.drawString(tile.title, x + 2, y + 14);
        pen.setColor(Color.LIGHT_GRAY);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 10));
        pen.drawString(tile.detail, x + 2, y + 28);
    }
}
