package io.matricula.recognition.geometry;

/** An upright rectangle in whole pixels of the upright picture; right and bottom are exclusive. */
public record Box(int left, int top, int right, int bottom) {
    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }
}
