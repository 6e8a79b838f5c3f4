package io.matricula.local.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** A line at the bottom of a terminal that says how many of the pictures are done. Used by one thread. */
final class ProgressBar {
    private static final String CLEAR_LINE = "\r\033[K";
    private static final int WIDTH = 24;

    private final PrintStream terminal;
    private final int total;
    private final long startedNanos;
    private int done;

    ProgressBar(PrintStream terminal, int total, long startedNanos) {
        this.terminal = terminal;
        this.total = total;
        this.startedNanos = startedNanos;
    }

    /** Makes room for a line of other output. */
    void clear() {
        terminal.print(CLEAR_LINE);
        terminal.flush();
    }

    void advance(long nowNanos) {
        done++;
        terminal.print(CLEAR_LINE + line(nowNanos - startedNanos));
        terminal.flush();
    }

    private String line(long elapsedNanos) {
        int filled = (int) ((long) WIDTH * done / total);
        double perSecond = done / Math.max(elapsedNanos / 1e9, 1e-3);
        Duration left = Duration.ofSeconds(Math.round((total - done) / perSecond));
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d, %.1f a second, %d:%02d left",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                total,
                perSecond,
                left.toMinutes(),
                left.toSecondsPart());
    }
}
