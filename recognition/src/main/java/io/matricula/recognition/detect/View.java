package io.matricula.recognition.detect;

import java.nio.ByteBuffer;

/**
 * A picture as a network looks at it. Valid until its {@link Views} are closed.
 *
 * @param letterbox where the picture lies in it
 * @param bytes direct, from index 0 on: 8-bit BGR as the letterbox's shape says
 */
record View(Letterbox letterbox, ByteBuffer bytes) {}
