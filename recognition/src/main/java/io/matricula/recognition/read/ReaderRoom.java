package io.matricula.recognition.read;

import io.matricula.recognition.onnx.FloatTensor;
import java.nio.ByteBuffer;

/**
 * What one run of the reader needs outside of the heap.
 *
 * @param plates uint8 [n,H,W,3], blue, green, red
 * @param text float32 [n,T,C]
 * @param region float32 [n,R]
 */
record ReaderRoom(ByteBuffer plates, FloatTensor text, FloatTensor region) {}
