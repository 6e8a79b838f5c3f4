package io.matricula.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void interval_knownCases_isWilsons() {
        assertThat(new Share(81, 263).interval()[0]).isCloseTo(0.2553, within(1e-4));
        assertThat(new Share(81, 263).interval()[1]).isCloseTo(0.3662, within(1e-4));
        assertThat(new Share(0, 20).interval()[0]).isZero();
        assertThat(new Share(0, 20).interval()[1]).isCloseTo(0.1611, within(1e-4));
        assertThat(new Share(20, 20).interval()[0]).isCloseTo(0.8389, within(1e-4));
    }

    @Test
    void share_withoutTries_saysNothing() {
        assertThat(Share.NONE.toString()).isEqualTo("-");
        assertThat(Share.NONE.plus(true).plus(false)).isEqualTo(new Share(1, 2));
    }
}
