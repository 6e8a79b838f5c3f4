package io.matricula.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final Plan STANDARD = new Plan("standard", 50_000, 8, false);

    @ParameterizedTest
    @CsvSource({
        "50000, 8, false, true",
        "50001, 9, true, true",
        "50000, 0, false, true",
        "49999, 8, true, false",
        "90000, 7, true, false",
    })
    void covers_other_needsAsMuchInEveryRespect(long calls, int perSecond, boolean mmc, boolean covers) {
        assertThat(new Plan("other", calls, perSecond, mmc).covers(STANDARD)).isEqualTo(covers);
    }

    @Test
    void covers_unlimitedRateOrMmc_isLostByASmallerPlan() {
        assertThat(STANDARD.covers(STANDARD.withPerSecond(Plan.NO_RATE_LIMIT))).isFalse();
        assertThat(STANDARD.covers(new Plan("mmc", 50_000, 8, true))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Free", "a b", "ä"})
    void plan_badName_isRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(name, 1, 1, false));
    }

    @Test
    void plan_negativeNumbers_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.withCallsPerPeriod(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> STANDARD.withPerSecond(-1));
    }
}
