package io.matricula.recognition;

/** How much effort a recognition makes to find plates. */
public enum RecognitionMode {
    /** A second look where the first leaves doubt. */
    NORMAL,
    /** One pass only, for plates and for vehicles: those whose type is in doubt stay unknown. */
    FAST,
    /** To hide plates: misses as few as possible, and keeps plates that can't be read. */
    REDACTION
}
