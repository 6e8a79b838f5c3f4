package io.matricula.bench.result;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a measurement ran on. Names no place on the machine.
 *
 * @param commit abbreviated, with {@code +} where files differ from it
 * @param load the system's load average of the last minute when the measurement began: above 0, others had a share of the cores
 */
public record Machine(
        String processor, int cores, String memory, String system, String java, String commit, double load) {
    public static Machine look() {
        return new Machine(
                readProcessor(),
                Runtime.getRuntime().availableProcessors(),
                readMemory(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                readCommit(),
                Math.round(10
                                * Math.max(
                                        0,
                                        ManagementFactory.getOperatingSystemMXBean()
                                                .getSystemLoadAverage()))
                        / 10.0);
    }

    private static String readProcessor() {
        return field(Path.of("/proc/cpuinfo"), "model name");
    }

    private static String readMemory() {
        String kilobytes = field(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty()
                ? "unknown"
                : String.format(Locale.ROOT, "%.0f GiB", Long.parseLong(kilobytes) / 1024.0 / 1024.0);
    }

    private static String field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String readCommit() {
        String name = git("rev-parse", "--short=10", "HEAD");
        return name.isEmpty() ? "unknown" : git("status", "--porcelain", "-uno").isEmpty() ? name : name + "+";
    }

    private static String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", System.getProperty("launcher.home", ".")));
        command.addAll(Arrays.asList(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = git.getInputStream()) {
                return new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        } catch (IOException e) {
            return "";
        }
    }
}
