/** Networks on ONNX Runtime, the only package that knows it. */
@NullMarked
package io.matricula.recognition.onnx;

import org.jspecify.annotations.NullMarked;
