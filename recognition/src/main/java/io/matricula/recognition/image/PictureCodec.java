package io.matricula.recognition.image;

/** A library that decodes pictures. Thread-safe; the header has been read and is within the bounds. */
interface PictureCodec {
    /** Decodes and turns upright; as {@link PictureDecoder#decode} promises. */
    Picture decode(byte[] picture, PictureHeader header) throws PictureException;

    Picture view(Pixels pixels);

    /** What a log line calls it. */
    String name();
}
