package io.matricula.reading.picture;

/**
 * A picture as a client sent it.
 *
 * @param bytes encoded; not copied, not to be changed
 * @param name file name as the client gave it, {@code upload} without one
 */
public record Picture(byte[] bytes, String name, PictureFormat format) {}
