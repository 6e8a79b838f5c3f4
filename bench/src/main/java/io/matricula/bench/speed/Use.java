package io.matricula.bench.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What processes have used of the machine so far. */
final class Use {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Use() {}

    /** CPU time of all threads of this process, native ones too, in nanoseconds. */
    static long cpuNanos() {
        return SYSTEM.getProcessCpuTime();
    }

    /** CPU time of another process in nanoseconds; 0 where the system doesn't tell. */
    static long cpuNanos(Process process) {
        return process.info()
                .totalCpuDuration()
                .map(java.time.Duration::toNanos)
                .orElse(0L);
    }

    /** Memory of a process that lies in RAM, in MiB; NaN where the system doesn't tell. */
    static double residentMebibytes(long pid) {
        return status(pid, "VmRSS:");
    }

    /** The most that {@link #residentMebibytes} ever was. */
    static double peakMebibytes(long pid) {
        return status(pid, "VmHWM:");
    }

    private static double status(long pid, String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
