package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;
import java.nio.ByteBuffer;

/**
 * A picture, or a part of one, as a network looks at it. Valid until its {@link Views} are closed.
 *
 * @param part of the picture that is seen
 * @param letterbox where that part lies in it
 * @param bytes direct, from index 0 on: 8-bit BGR as the letterbox's shape says
 */
record View(Box part, Letterbox letterbox, ByteBuffer bytes) {}
