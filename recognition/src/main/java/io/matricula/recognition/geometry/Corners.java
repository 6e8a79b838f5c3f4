package io.matricula.recognition.geometry;

/** The four corners of a plate as it is read, whatever way it lies in the picture. */
public record Corners(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {
    /** The corners of an upright rectangle. */
    public static Corners of(float left, float top, float right, float bottom) {
        return new Corners(
                new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom));
    }

    /** The smallest box around the corners inside of a picture of that size. */
    public Box box(int width, int height) {
        return Box.around(left(), top(), right(), bottom(), width, height);
    }

    /** Whether the corners go clockwise around without a dent or a crossing. */
    public boolean isConvex() {
        return turn(topLeft, topRight, bottomRight) > 0
                && turn(topRight, bottomRight, bottomLeft) > 0
                && turn(bottomRight, bottomLeft, topLeft) > 0
                && turn(bottomLeft, topLeft, topRight) > 0;
    }

    /** Area in square pixels; negative if they go counter-clockwise. */
    public double area() {
        double diagonals = (double) (bottomRight.x() - topLeft.x()) * (bottomLeft.y() - topRight.y())
                - (double) (bottomRight.y() - topLeft.y()) * (bottomLeft.x() - topRight.x());
        return diagonals / 2;
    }

    /** Length in pixels of the longer of the upper and the lower edge. */
    public double longestWidth() {
        return Math.max(topLeft.distance(topRight), bottomLeft.distance(bottomRight));
    }

    /** Length in pixels of the longer of the left and the right edge. */
    public double longestHeight() {
        return Math.max(topLeft.distance(bottomLeft), topRight.distance(bottomRight));
    }

    public float left() {
        return Math.min(Math.min(topLeft.x(), topRight.x()), Math.min(bottomLeft.x(), bottomRight.x()));
    }

    public float top() {
        return Math.min(Math.min(topLeft.y(), topRight.y()), Math.min(bottomLeft.y(), bottomRight.y()));
    }

    public float right() {
        return Math.max(Math.max(topLeft.x(), topRight.x()), Math.max(bottomLeft.x(), bottomRight.x()));
    }

    public float bottom() {
        return Math.max(Math.max(topLeft.y(), topRight.y()), Math.max(bottomLeft.y(), bottomRight.y()));
    }

    private static double turn(Point from, Point over, Point to) {
        return (double) (over.x() - from.x()) * (to.y() - over.y())
                - (double) (over.y() - from.y()) * (to.x() - over.x());
    }
}
