package io.matricula.bench.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A function's zip, unpacked and ready to be run in processes of their own.
 *
 * @param bytes size of the zip
 * @param jars everything on its class path; its own classes as a jar too, for archives of classes take no folders
 */
record UnpackedFunction(long bytes, List<Path> jars) {
    /** As AWS starts Java: one core's collector, the quick compiler only. */
    private static final List<String> AS_AWS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx400m");

    /**
     * What a process said of a step.
     *
     * @param wallNanos since the process was started
     * @param cpuNanos of all its threads since then
     */
    record Step(long wallNanos, long cpuNanos) {}

    /** What a process said, by the name of the step. */
    record Run(Map<String, Step> steps) {
        Step step(String name) {
            Step said = steps.get(name);
            if (said == null) {
                throw new IllegalStateException("the function said nothing of being " + name);
            }
            return said;
        }
    }

    static UnpackedFunction unpack(Path zip, Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        jars.add(harness(folder));
        Path own = folder.resolve("function.jar");
        jars.add(own);
        try (var input = new ZipInputStream(Files.newInputStream(zip));
                var ownJar = new ZipOutputStream(Files.newOutputStream(own))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getName().endsWith(".jar")) {
                    Path jar = folder.resolve(Path.of(entry.getName()).getFileName());
                    Files.copy(input, jar);
                    jars.add(jar);
                } else {
                    add(ownJar, entry.getName(), input);
                }
            }
        }
        return new UnpackedFunction(Files.size(zip), List.copyOf(jars));
    }

    private static Path harness(Path folder) throws IOException {
        Path jar = folder.resolve("harness.jar");
        String name = FunctionRun.class.getName().replace('.', '/') + ".class";
        try (InputStream code = FunctionRun.class.getClassLoader().getResourceAsStream(name);
                var output = new ZipOutputStream(Files.newOutputStream(jar))) {
            if (code == null) {
                throw new IOException(name + " is missing");
            }
            add(output, name, code);
        }
        return jar;
    }

    private static void add(ZipOutputStream jar, String name, InputStream content) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        content.transferTo(jar);
        jar.closeEntry();
    }

    /** Runs the function once, and returns what it said of each step. */
    Run run(List<String> options, Map<String, String> environment, String priming, Path event) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(AS_AWS);
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                String.join(":", jars.stream().map(Path::toString).toList()),
                FunctionRun.class.getName(),
                priming,
                event.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        return steps(builder.start(), start);
    }

    private static Run steps(Process process, long start) throws IOException {
        Map<String, Step> steps = new HashMap<>();
        StringBuilder said = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                String[] words = line.split(" ");
                if (words[0].equals("@")) {
                    long wall = System.nanoTime() - start;
                    steps.put(words[1], new Step(wall, Long.parseLong(words[2])));
                }
            }
        }
        if (!steps.containsKey("answered")) {
            throw new IOException("the function gave no answer:\n" + said);
        }
        return new Run(Map.copyOf(steps));
    }
}
