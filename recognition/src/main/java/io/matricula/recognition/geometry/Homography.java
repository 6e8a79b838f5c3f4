package io.matricula.recognition.geometry;

/**
 * The perspective map from the unit square (0,0 top left, 1,1 bottom right of a flat plate) to four corners in a picture, after Heckbert,
 * Fundamentals of Texture Mapping (1989), 2.2.3. Places outside of the square are mapped as well: they are the plate's surroundings.
 */
public final class Homography {
    private final double xu;
    private final double xv;
    private final double x1;
    private final double yu;
    private final double yv;
    private final double y1;
    private final double wu;
    private final double wv;

    private Homography(double[] x, double[] y, double wu, double wv) {
        this.wu = wu;
        this.wv = wv;
        xu = x[1] - x[0] + wu * x[1];
        xv = x[3] - x[0] + wv * x[3];
        x1 = x[0];
        yu = y[1] - y[0] + wu * y[1];
        yv = y[3] - y[0] + wv * y[3];
        y1 = y[0];
    }

    /** The map onto these corners, which must be convex. */
    public static Homography onto(Corners corners) {
        double[] x = {
            corners.topLeft().x(),
            corners.topRight().x(),
            corners.bottomRight().x(),
            corners.bottomLeft().x()
        };
        double[] y = {
            corners.topLeft().y(),
            corners.topRight().y(),
            corners.bottomRight().y(),
            corners.bottomLeft().y()
        };
        double ax = x[1] - x[2];
        double ay = y[1] - y[2];
        double bx = x[3] - x[2];
        double by = y[3] - y[2];
        double sx = x[0] - x[1] + x[2] - x[3];
        double sy = y[0] - y[1] + y[2] - y[3];
        double determinant = ax * by - bx * ay;
        return new Homography(x, y, (sx * by - bx * sy) / determinant, (ax * sy - sx * ay) / determinant);
    }

    public double x(double u, double v) {
        return (xu * u + xv * v + x1) / (wu * u + wv * v + 1);
    }

    public double y(double u, double v) {
        return (yu * u + yv * v + y1) / (wu * u + wv * v + 1);
    }

    /**
     * The same map as a matrix, row by row, from the numbers of the pixels of a grid over the unit square to those of the picture's pixels; a pixel's
     * place is its centre.
     */
    public double[] betweenPixels(int width, int height) {
        double[] x = overGrid(xu, xv, x1, width, height);
        double[] y = overGrid(yu, yv, y1, width, height);
        double[] w = overGrid(wu, wv, 1, width, height);
        double[] matrix = new double[9];
        for (int column = 0; column < 3; column++) {
            matrix[column] = x[column] - w[column] / 2;
            matrix[3 + column] = y[column] - w[column] / 2;
            matrix[6 + column] = w[column];
        }
        return matrix;
    }

    private static double[] overGrid(double u, double v, double one, int width, int height) {
        double across = u / width;
        double down = v / height;
        return new double[] {across, down, one + (across + down) / 2};
    }

    public Point map(double u, double v) {
        return new Point((float) x(u, v), (float) y(u, v));
    }
}
