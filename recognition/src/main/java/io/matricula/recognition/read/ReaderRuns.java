package io.matricula.recognition.read;

import io.matricula.recognition.onnx.BufferPool;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings plates into runs of the reader: each caller's into one of its own, or those of several callers into one that starts when it
 * is full or its first caller has waited long enough. Callers write into places of the run's memory, so sharing copies nothing. The
 * first caller runs the network for all. Thread-safe.
 */
final class ReaderRuns {
    private final ReentrantLock lock = new ReentrantLock();
    private final Network network;
    private final BufferPool<ReaderRoom> rooms;
    private final int capacity;
    private final boolean shared;
    private final Batching batching;
    /** The run that others may still join. */
    private @Nullable Run open;

    /** The reader's network on the first so many plates of a room. */
    interface Network {
        void run(ReaderRoom room, int plates);
    }

    /**
     * @param rooms for as many plates each as {@code capacity} tells
     * @param shared whether callers share runs
     */
    ReaderRuns(Network network, BufferPool<ReaderRoom> rooms, int capacity, boolean shared, Batching batching) {
        this.network = network;
        this.rooms = rooms;
        this.capacity = capacity;
        this.shared = shared;
        this.batching = batching;
    }

    /** Most plates that one place may have. */
    int capacity() {
        return capacity;
    }

    /** A place for so many plates, at most {@link #capacity}; to be closed by the thread that took it, or others wait for ever. */
    Place take(int plates) {
        lock.lock();
        try {
            Run run = open;
            if (run != null && run.plates + plates > capacity) {
                run.start(true);
                run = null;
            }
            boolean leads = run == null;
            if (run == null) {
                run = new Run(rooms.take(), lock.newCondition());
                open = shared ? run : null;
            }
            Place place = new Place(run, run.plates, leads);
            run.join(plates);
            if (run.plates == capacity) {
                run.start(true);
            }
            return place;
        } finally {
            lock.unlock();
        }
    }

    /** Some plates of a run, from {@code first} on in its room. Used by one thread. */
    final class Place implements AutoCloseable {
        private final Run run;
        private final int first;
        private final boolean leads;
        private boolean written;

        private Place(Run run, int first, boolean leads) {
            this.run = run;
            this.first = first;
            this.leads = leads;
        }

        int first() {
            return first;
        }

        ReaderRoom room() {
            return run.room;
        }

        /** Says that this caller's plates are written, and returns when the network has read them. */
        void read() {
            written = true;
            run.written();
            if (leads) {
                run.lead();
            } else {
                run.awaitEnd();
            }
        }

        @Override
        public void close() {
            try {
                if (!written) {
                    giveUp();
                }
            } finally {
                run.leave();
            }
        }

        /** Others may have joined: what stands in this caller's place is then read for nothing. */
        private void giveUp() {
            run.written();
            if (leads) {
                run.lead();
            }
        }
    }

    /** One run of the network. Its fields are guarded by the lock. */
    private final class Run {
        private final ReaderRoom room;
        private final Condition changed;
        private final long begun = System.nanoTime();
        private int plates;
        private int callers;
        private int writing;
        private boolean started;
        private boolean full;
        private boolean ended;
        private @Nullable Throwable fault;

        Run(ReaderRoom room, Condition changed) {
            this.room = room;
            this.changed = changed;
        }

        void join(int count) {
            plates += count;
            callers++;
            writing++;
        }

        /** From now on nobody joins. */
        void start(boolean isFull) {
            started = true;
            full = isFull;
            if (open == this) {
                open = null;
            }
            changed.signalAll();
        }

        void written() {
            lock.lock();
            try {
                writing--;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void lead() {
            awaitStart();
            Throwable failed = null;
            try {
                if (shared) {
                    batching.listener().ran(plates, System.nanoTime() - begun, full);
                }
                network.run(room, plates);
            } catch (RuntimeException | Error e) {
                failed = e;
                throw e;
            } finally {
                end(failed);
            }
        }

        /** Waits until the run is full or its time has come, and until all who joined have written. */
        private void awaitStart() {
            lock.lock();
            try {
                long left = shared ? begun + batching.patience().toNanos() - System.nanoTime() : 0;
                while (!started && left > 0) {
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                if (!started) {
                    start(false);
                }
                while (writing > 0) {
                    changed.awaitUninterruptibly();
                }
                lock.unlock();
            }
        }

        private void end(@Nullable Throwable failed) {
            lock.lock();
            try {
                fault = failed;
                ended = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void awaitEnd() {
            lock.lock();
            try {
                while (!ended) {
                    changed.awaitUninterruptibly();
                }
                if (fault != null) {
                    throw new IllegalStateException("the run of the reader failed", fault);
                }
            } finally {
                lock.unlock();
            }
        }

        void leave() {
            lock.lock();
            try {
                callers--;
                if (callers == 0 && ended) {
                    rooms.giveBack(room);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
