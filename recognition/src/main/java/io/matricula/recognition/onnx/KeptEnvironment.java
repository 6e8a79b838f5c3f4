package io.matricula.recognition.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * ONNX Runtime's environment, kept to the end of the process. The library has a shutdown hook that frees it as soon as the JVM is told to
 * stop, beside networks that still run for somebody who waits: they end the process with SIGSEGV. The environment counts who holds it, and the hook
 * lets go once, so one who holds it beyond that keeps it; the library has no public way to.
 */
final class KeptEnvironment {
    private KeptEnvironment() {}

    static OrtEnvironment get() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method hold = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            hold.setAccessible(true);
            int level = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue();
            hold.invoke(null, api.getLong(null), level, OrtEnvironment.DEFAULT_NAME);
            return environment;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of ONNX Runtime is another one than we know", e);
        }
    }
}
