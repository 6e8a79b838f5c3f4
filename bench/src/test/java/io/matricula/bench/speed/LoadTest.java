package io.matricula.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void run_twoCallers_takeEachPictureOnce() throws Exception {
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        AtomicInteger calls = new AtomicInteger();

        Load.Outcome outcome = Load.run(2, Duration.ofMillis(60), number -> {
            calls.incrementAndGet();
            numbers.add(number);
            Thread.sleep(1);
        });

        assertThat(numbers).hasSize(calls.get());
        assertThat(outcome.latencies().sorted()).hasSize(calls.get());
        assertThat(outcome.wall()).isGreaterThanOrEqualTo(Duration.ofMillis(60).toNanos());
    }

    @Test
    void run_failingTask_endsTheLoad() {
        assertThatThrownBy(() -> Load.run(1, Duration.ofSeconds(30), number -> {
                    throw new IOException("refused");
                }))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("refused");
    }

    @Test
    void percentiles_ofAHundred_areTheNearestRanks() {
        Percentiles percentiles = Percentiles.of(
                LongStream.rangeClosed(1, 100).map(i -> i * 1_000_000).toArray());

        assertThat(percentiles.at(0.5)).isEqualTo(50);
        assertThat(percentiles.at(0.99)).isEqualTo(99);
        assertThat(percentiles.at(1)).isEqualTo(100);
        assertThat(percentiles.mean()).isEqualTo(50.5);
    }
}
