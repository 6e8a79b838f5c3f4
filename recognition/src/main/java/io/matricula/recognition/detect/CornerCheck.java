package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;

/** Tells corners that a plate can have from those that a network made up. */
final class CornerCheck {
    /** Share of the box that the corners fill at least: a plate turned by 45 degrees fills about a third. */
    private static final double LEAST_FILL = 0.25;
    /** How far corners may lie outside of the box, as a share of its sides: boxes end at the picture's edge, plates don't. */
    private static final double MOST_OUTSIDE = 0.5;

    private CornerCheck() {}

    /** The corners, or those of the box if they are impossible. */
    static Corners plausible(Corners corners, Box box) {
        return isPlausible(corners, box) ? corners : Corners.of(box.left(), box.top(), box.right(), box.bottom());
    }

    private static boolean isPlausible(Corners corners, Box box) {
        double x = MOST_OUTSIDE * box.width();
        double y = MOST_OUTSIDE * box.height();
        return corners.isConvex()
                && corners.area() >= LEAST_FILL * box.area()
                && corners.left() >= box.left() - x
                && corners.right() <= box.right() + x
                && corners.top() >= box.top() - y
                && corners.bottom() <= box.bottom() + y;
    }
}
