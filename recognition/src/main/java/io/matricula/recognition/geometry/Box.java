package io.matricula.recognition.geometry;

/** An upright rectangle in whole pixels of the upright picture; right and bottom are exclusive. */
public record Box(int left, int top, int right, int bottom) {
    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    public long area() {
        return Math.max(0L, width()) * Math.max(0L, height());
    }

    /** The smallest box of whole pixels around the given edges, inside of a picture of that size; at least one pixel large. */
    public static Box around(float left, float top, float right, float bottom, int width, int height) {
        int x = clamp((int) Math.floor(left), 0, width - 1);
        int y = clamp((int) Math.floor(top), 0, height - 1);
        return new Box(
                x, y, clamp((int) Math.ceil(right), x + 1, width), clamp((int) Math.ceil(bottom), y + 1, height));
    }

    /** This box with a margin on each side, as a share of its width and height, inside of a picture of that size. */
    public Box widened(double margin, int pictureWidth, int pictureHeight) {
        float dx = (float) (margin * width());
        float dy = (float) (margin * height());
        return around(left - dx, top - dy, right + dx, bottom + dy, pictureWidth, pictureHeight);
    }

    /** Pixels that both boxes cover. */
    public long overlap(Box other) {
        long width = Math.min(right, other.right) - Math.max(left, other.left);
        long height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return width > 0 && height > 0 ? width * height : 0;
    }

    /** Whether the middle of another box lies in this one. */
    public boolean holdsMiddleOf(Box other) {
        int twiceX = other.left + other.right;
        int twiceY = other.top + other.bottom;
        return twiceX >= 2 * left && twiceX < 2 * right && twiceY >= 2 * top && twiceY < 2 * bottom;
    }

    /** Overlap as a share 0..1 of the smaller box. */
    public double overlapOfSmaller(Box other) {
        return overlap(other) / (double) Math.max(1, Math.min(area(), other.area()));
    }

    private static int clamp(int value, int least, int most) {
        return Math.min(Math.max(value, least), most);
    }
}
