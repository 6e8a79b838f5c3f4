package io.matricula.recognition.onnx;

/** What the networks run on. */
public enum Device {
    /** CUDA where its provider loads, else the CPU. */
    AUTO,
    CPU,
    /** CUDA, or opening fails. */
    CUDA
}
