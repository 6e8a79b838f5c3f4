package io.matricula.bench.kill;

import java.io.IOException;

/** Something that counts calls in a process, which can be killed and started again on what it left. */
interface Subject extends AutoCloseable {
    /** Starts a process, lets it answer so many calls, kills it amid the next ones, and looks at what is counted. */
    Segment run(int calls) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
