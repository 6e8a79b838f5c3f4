package io.matricula.recognition.image;

import java.util.concurrent.Semaphore;

/** Bounds the pixels that all threads together hold decoded; who finds none left waits, first come, first served. Thread-safe. */
final class PixelBudget {
    /** Permits are counted in blocks of so many pixels, so that their number fits an int. */
    private static final long BLOCK = 1024;

    private final int blocks;
    private final Semaphore free;

    PixelBudget(long pixels) {
        blocks = (int) Math.min(Integer.MAX_VALUE, Math.max(1, pixels / BLOCK));
        free = new Semaphore(blocks, true);
    }

    /** Waits until so many pixels are free; a picture larger than the whole budget gets it alone. */
    Runnable take(long pixels) {
        int taken = (int) Math.min(blocks, pixels / BLOCK + 1);
        free.acquireUninterruptibly(taken);
        return () -> free.release(taken);
    }
}
