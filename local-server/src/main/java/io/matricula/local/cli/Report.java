package io.matricula.local.cli;

import io.matricula.recognition.Recognition;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Where readings go, one picture after the other in the order they were named. Used by one thread. */
interface Report extends Closeable {
    void read(Path file, Recognition recognition) throws IOException;

    void unreadable(Path file, String why) throws IOException;

    @Override
    default void close() throws IOException {}
}
