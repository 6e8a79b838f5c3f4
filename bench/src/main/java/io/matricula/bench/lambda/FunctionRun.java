package io.matricula.bench.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What AWS' runtime does to a function, in a process with the class path of its zip: makes the handler and hands it events. Says
 * after each step how much CPU time the process has used. Knows nothing but the JDK.
 */
public final class FunctionRun {
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler";
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private FunctionRun() {}

    /** @param arguments a file of events that prime, one a line, or {@code -}, and a file with the event to answer */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Object handler = Class.forName(HANDLER).getConstructor().newInstance();
        Method handle = handle(handler);
        say("initialised");
        if (!arguments[0].equals("-")) {
            for (String event : Files.readAllLines(Path.of(arguments[0]))) {
                answer(handler, handle, event);
            }
            say("primed");
        }
        String event = Files.readString(Path.of(arguments[1]));
        answer(handler, handle, event);
        say("answered");
        // As AWS ends a function: without a word.
        System.exit(0);
    }

    private static Method handle(Object handler) throws NoSuchMethodException {
        for (Method method : handler.getClass().getMethods()) {
            if (method.getName().equals("handleRequest")) {
                return method;
            }
        }
        throw new NoSuchMethodException("handleRequest");
    }

    private static void answer(Object handler, Method handle, String event) throws ReflectiveOperationException {
        InputStream input = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        OutputStream output = new ByteArrayOutputStream();
        handle.invoke(handler, input, output, null);
        if (output.toString().contains("\"statusCode\":5")) {
            throw new IllegalStateException(output.toString());
        }
    }

    private static void say(String step) {
        System.out.println("@ " + step + " " + SYSTEM.getProcessCpuTime());
    }
}
