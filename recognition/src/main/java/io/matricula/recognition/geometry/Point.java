package io.matricula.recognition.geometry;

/** A place in the upright picture, in pixels. */
public record Point(float x, float y) {
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
