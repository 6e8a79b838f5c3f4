package io.matricula.contract;

/** A box in whole pixels of the upright picture: top left corner inside, bottom right corner just outside. */
public record Box(int xmin, int ymin, int xmax, int ymax) {
    /** What stands in place of a box where nothing was found. */
    public static final Box NONE = new Box(0, 0, 0, 0);
}
