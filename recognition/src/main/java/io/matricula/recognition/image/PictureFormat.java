package io.matricula.recognition.image;

/** The picture formats that are read. */
enum PictureFormat {
    JPEG,
    PNG,
    GIF,
    BMP,
    WEBP,
    TIFF
}
