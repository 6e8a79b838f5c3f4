package io.matricula.webhook.payload;

/** A part of an upright picture, in pixels: top left corner inside, bottom right corner just outside. */
public record Area(int left, int top, int right, int bottom) {
    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    /** The smallest area that holds both. */
    Area with(Area other) {
        return new Area(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** What of this lies in a picture of a size. */
    Area within(int width, int height) {
        return new Area(Math.max(left, 0), Math.max(top, 0), Math.min(right, width), Math.min(bottom, height));
    }
}
