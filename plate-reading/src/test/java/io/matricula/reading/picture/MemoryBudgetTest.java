package io.matricula.reading.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.Settings;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private final MemoryBudget budget = new MemoryBudget(
            Settings.with(Map.of("matricula.picture.memory", "10M", "matricula.picture.max-size", "3M")));

    @Test
    void take_whileMemoryIsLeft_succeeds() {
        var one = budget.take(1 << 20);
        var two = budget.take(1 << 20);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> budget.take(2 << 20))
                .matches(e -> e.error() == ApiError.BUSY)
                .satisfies(e -> assertThat(e.headers()).containsEntry("Retry-After", "1"));
        one.close();
        two.close();
        budget.take(3 << 20).close();
    }

    @Test
    void take_whileAnotherIsAboutToGiveBack_waitsForIt() throws InterruptedException {
        var first = budget.take(-1);
        Thread other = new Thread(() -> {
            LockSupport.parkNanos(50_000_000);
            first.close();
        });
        other.start();
        budget.take(-1).close();
        other.join();
    }

    @Test
    void fit_afterAnUnknownLength_leavesRoomForOthers() {
        var come = budget.take(-1);
        come.fit(100_000);
        budget.take(2 << 20).close();
        come.close();
        budget.take(-1).close();
    }

    @Test
    void fit_longerThanWhatIsHeld_takesNoMore() {
        var small = budget.take(1 << 20);
        small.fit(3 << 20);
        budget.take(1 << 20).close();
        small.close();
        small.close();
        budget.take(-1).close();
    }

    @Test
    void take_ofUnknownOrHugeLength_takesAtMostAll() {
        budget.take(-1).close();
        budget.take(Long.MAX_VALUE).close();
        budget.take(-1).close();
    }
}
