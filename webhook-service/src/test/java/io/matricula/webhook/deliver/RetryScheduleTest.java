package io.matricula.webhook.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private final Random random = new Random(7);

    private Duration after(int attempts) {
        return RetrySchedule.STANDARD.after(attempts, null, random).orElseThrow();
    }

    @Test
    void delays_ofTheStandard_growFromSecondsToHoursAndLastAboutADay() {
        var delays = RetrySchedule.STANDARD.delays();
        assertThat(delays).isSorted().startsWith(Duration.ofSeconds(10)).endsWith(Duration.ofHours(6));
        assertThat(delays.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
    }

    @Test
    void after_anyAttempt_staysWithinAFifth() {
        for (int i = 0; i < 1000; i++) {
            assertThat(after(1)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
            assertThat(after(11)).isBetween(Duration.ofMinutes(288), Duration.ofMinutes(432));
        }
        assertThat(after(1)).isNotEqualTo(after(1));
    }

    @Test
    void after_lastAttempt_isEmpty() {
        assertThat(RetrySchedule.STANDARD.after(12, Duration.ofSeconds(1), random))
                .isEmpty();
    }

    @Test
    void after_targetAskedForMore_waitsAsLongButNoLongerThanSixHours() {
        assertThat(RetrySchedule.STANDARD.after(1, Duration.ofMinutes(7), random))
                .contains(Duration.ofMinutes(7));
        assertThat(RetrySchedule.STANDARD.after(1, Duration.ofDays(900), random))
                .contains(Duration.ofHours(6));
        assertThat(RetrySchedule.STANDARD.after(1, Duration.ZERO, random).orElseThrow())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(8));
    }
}
