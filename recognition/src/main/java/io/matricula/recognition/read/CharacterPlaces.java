package io.matricula.recognition.read;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Homography;
import io.matricula.recognition.read.Decoded.DecodedCharacter;
import io.matricula.recognition.rectify.PlateRectifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps the time steps that characters were read at back to boxes in the picture. CTC tells where a character peaks but not how wide it is, so
 * neighbours in a row share the space between them.
 */
public final class CharacterPlaces {
    /** Distance from the centre to the outer edge of a character without neighbours, as a share of the plate's width. */
    private static final double ALONE = 0.06;

    private final Homography map;
    private final PlateRectifier rectifier;
    private final int rows;
    private final int columns;

    /**
     * @param rows of characters that the time steps run through one after the other
     * @param columns time steps of one row
     */
    CharacterPlaces(Corners corners, PlateRectifier rectifier, int rows, int columns) {
        map = Homography.onto(corners);
        this.rectifier = rectifier;
        this.rows = rows;
        this.columns = columns;
    }

    /** A box for each character, inside of a picture of that size. */
    public List<Box> boxes(List<DecodedCharacter> characters, int width, int height) {
        boolean severalRows = characters.stream().mapToInt(this::row).distinct().count() > 1;
        List<Box> boxes = new ArrayList<>();
        for (int at = 0; at < characters.size(); at++) {
            double centre = centre(characters.get(at));
            double before = neighbour(characters, at, at - 1);
            double after = neighbour(characters, at, at + 1);
            double left = Double.isNaN(before) ? centre - reach(after - centre) : (centre + before) / 2;
            double right = Double.isNaN(after) ? centre + reach(centre - before) : (centre + after) / 2;
            double top = severalRows ? (double) row(characters.get(at)) / rows : 0;
            double bottom = severalRows ? top + 1.0 / rows : 1;
            boxes.add(quadrangle(left, top, right, bottom).box(width, height));
        }
        return boxes;
    }

    private Corners quadrangle(double left, double top, double right, double bottom) {
        double x0 = Math.max(0, left);
        double x1 = Math.min(1, right);
        return new Corners(map.map(x0, top), map.map(x1, top), map.map(x1, bottom), map.map(x0, bottom));
    }

    private static double reach(double distance) {
        return Double.isNaN(distance) ? ALONE : Math.abs(distance) / 2;
    }

    /** Centre across the plate of a neighbour in the same row; NaN if there is none. */
    private double neighbour(List<DecodedCharacter> characters, int at, int other) {
        boolean same = other >= 0 && other < characters.size() && row(characters.get(at)) == row(characters.get(other));
        return same ? centre(characters.get(other)) : Double.NaN;
    }

    private int row(DecodedCharacter character) {
        return Math.min(rows - 1, character.firstStep() / columns);
    }

    private double centre(DecodedCharacter character) {
        double step = (character.firstStep() + character.lastStep() + 1) / 2.0 - row(character) * columns;
        return rectifier.acrossPlate(step / columns);
    }
}
