package io.matricula.recognition.image;

import io.matricula.recognition.geometry.Homography;

/**
 * A flat picture to be cut out of a larger one.
 *
 * @param map from the unit square, which is the cut, to the picture
 * @param width of the cut in pixels
 * @param height of the cut in pixels
 * @param across samples across one pixel, which are averaged
 * @param down samples down one pixel
 */
public record Cut(Homography map, int width, int height, int across, int down) {}
