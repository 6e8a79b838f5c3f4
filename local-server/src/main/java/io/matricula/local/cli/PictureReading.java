package io.matricula.local.cli;

import io.matricula.recognition.Recognition;
import java.io.IOException;
import java.nio.file.Path;

/** What came of one picture file. */
sealed interface PictureReading {
    void reportTo(Report report) throws IOException;

    /** The picture was read; it may hold no plate. */
    record Read(Path file, Recognition recognition) implements PictureReading {
        @Override
        public void reportTo(Report report) throws IOException {
            report.read(file, recognition);
        }
    }

    /** The picture could not be read. */
    record Unreadable(Path file, String why) implements PictureReading {
        @Override
        public void reportTo(Report report) throws IOException {
            report.unreadable(file, why);
        }
    }
}
