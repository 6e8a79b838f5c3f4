package io.matricula.recognition.image;

/**
 * How stored pixels have to be turned to be upright: the values 1 to 8 of the EXIF tag 0x0112 (CIPA DC-008, 4.6.5). First the axes are
 * swapped, where {@code swapsAxes}, then the picture is mirrored.
 */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    TURN_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    TURN_LEFT(true, false, true);

    final boolean swapsAxes;
    final boolean mirrorsX;
    final boolean mirrorsY;

    Orientation(boolean swapsAxes, boolean mirrorsX, boolean mirrorsY) {
        this.swapsAxes = swapsAxes;
        this.mirrorsX = mirrorsX;
        this.mirrorsY = mirrorsY;
    }

    /** The orientation of a tag's value; upright for values that the standard doesn't know. */
    static Orientation ofTag(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }
}
