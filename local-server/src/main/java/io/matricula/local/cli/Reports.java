package io.matricula.local.cli;

import io.matricula.recognition.Recognition;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that one run says: to its reports, and to the error stream what went wrong and how far it is. Used by one thread. */
final class Reports implements Report {
    private final List<Report> reports;
    private final PrintStream err;
    private final @Nullable ProgressBar bar;
    private final Set<String> unknownRegions = new LinkedHashSet<>();
    private int unreadable;

    Reports(List<Report> reports, PrintStream err, @Nullable ProgressBar bar) {
        this.reports = reports;
        this.err = err;
        this.bar = bar;
    }

    @Override
    public void read(Path file, Recognition recognition) throws IOException {
        clearBar();
        for (String region : recognition.unknownRegions()) {
            if (unknownRegions.add(region)) {
                err.println("matricula: no region " + region + " is known; it has no effect");
            }
        }
        for (Report report : reports) {
            report.read(file, recognition);
        }
        advanceBar();
    }

    @Override
    public void unreadable(Path file, String why) throws IOException {
        unreadable++;
        clearBar();
        err.println("matricula: " + file + ": " + why);
        for (Report report : reports) {
            report.unreadable(file, why);
        }
        advanceBar();
    }

    /** How many pictures could not be read so far. */
    int unreadable() {
        return unreadable;
    }

    @Override
    public void close() throws IOException {
        clearBar();
        for (Report report : reports) {
            report.close();
        }
    }

    private void clearBar() {
        if (bar != null) {
            bar.clear();
        }
    }

    private void advanceBar() {
        if (bar != null) {
            bar.advance(System.nanoTime());
        }
    }
}
