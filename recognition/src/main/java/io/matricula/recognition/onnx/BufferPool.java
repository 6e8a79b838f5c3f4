package io.matricula.recognition.onnx;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Working memory that is used again: as many pieces as threads ever worked at the same time. Thread-safe. */
public final class BufferPool<T> {
    private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;

    public BufferPool(Supplier<T> maker) {
        this.maker = maker;
    }

    /** A piece that nobody else uses until it is given back. */
    public T take() {
        T piece = free.poll();
        return piece == null ? maker.get() : piece;
    }

    public void giveBack(T piece) {
        free.add(piece);
    }
}
