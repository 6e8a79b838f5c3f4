package io.matricula.bench.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Some callers that each do one thing after the other, bounded in time and in number. */
public final class Load {
    /** More than any bounded time allows on real pictures; keeps a broken target from filling memory. */
    private static final int MOST_PER_CALLER = 20_000;

    /** One thing to do, for the picture with this number. Called by several threads. */
    public interface Task {
        void run(int number) throws Exception;
    }

    /**
     * @param callers how many at the same time
     * @param wall from the first start to the last end, nanoseconds
     */
    public record Outcome(int callers, Percentiles latencies, long wall) {
        public double perSecond() {
            return latencies.sorted().length / (wall / 1e9);
        }
    }

    private Load() {}

    public static Outcome run(int callers, Duration time, Task task) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long started = System.nanoTime();
        long end = started + time.toNanos();
        try {
            List<Callable<long[]>> work = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                work.add(() -> repeat(task, first, callers, end));
            }
            LongStream latencies = LongStream.empty();
            for (Future<long[]> done : threads.invokeAll(work)) {
                latencies = LongStream.concat(latencies, LongStream.of(done.get()));
            }
            return new Outcome(callers, Percentiles.of(latencies.toArray()), System.nanoTime() - started);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] repeat(Task task, int first, int step, long end) throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        int number = first;
        for (int done = 0; done < MOST_PER_CALLER && System.nanoTime() < end; done++) {
            long started = System.nanoTime();
            task.run(number);
            latencies.add(System.nanoTime() - started);
            number += step;
        }
        return latencies.build().toArray();
    }
}
