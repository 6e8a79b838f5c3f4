package io.matricula.gateway.picture;

import io.matricula.reading.picture.MemoryBudget;

/** A body in memory that was set aside for it, until it is closed. */
public record TakenBody(byte[] bytes, MemoryBudget.Share share) implements AutoCloseable {
    @Override
    public void close() {
        share.close();
    }
}
