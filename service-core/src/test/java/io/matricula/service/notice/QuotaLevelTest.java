package io.matricula.service.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaLevelTest {
    @Test
    void isReachedBy_theCallThatReachesALevel_andNoOther() {
        assertThat(LongStream.rangeClosed(0, 12).filter(calls -> QuotaLevel.isReachedBy(calls, 10)))
                .containsExactly(8L, 10L);
        assertThat(LongStream.rangeClosed(0, 12).filter(calls -> QuotaLevel.isReachedBy(calls, 0)))
                .isEmpty();
        assertThat(LongStream.rangeClosed(0, 2).filter(calls -> QuotaLevel.isReachedBy(calls, 1)))
                .containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10, 0",
        "7, 10, 0",
        "8, 10, 1",
        "9, 10, 1",
        "10, 10, 2",
        "11, 10, 2",
        "1999, 2500, 0",
        "2000, 2500, 1",
        "2500, 2500, 2",
        "2, 3, 0",
        "3, 3, 2",
        "0, 1, 0",
        "1, 1, 2",
        "0, 0, 0",
        "5, 0, 0",
        "40000, 50000, 1",
        "27, 35, 0",
        "28, 35, 1",
    })
    void reached_atCalls_countsLevels(long calls, long max, int levels) {
        assertThat(QuotaLevel.reached(calls, max)).hasSize(levels);
    }
}
