package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.throttle.AttemptStore;
import io.matricula.service.throttle.AttemptStore.Attempts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link AttemptStore} must do. A subclass gives a fresh store to each test. */
public abstract class AttemptStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private static final Instant END = NOW.plusSeconds(900);

    protected abstract AttemptStore store();

    private Attempts count(Instant now) {
        return store().count("sign-in:abc", now, now.plusSeconds(900));
    }

    @Test
    void count_first_opensAWindow() {
        assertThat(count(NOW)).isEqualTo(new Attempts(1, END));
    }

    @Test
    void count_more_keepsTheWindowsEnd() {
        count(NOW);
        assertThat(count(NOW.plusSeconds(10))).isEqualTo(new Attempts(2, END));
        assertThat(count(END.minusMillis(1))).isEqualTo(new Attempts(3, END));
    }

    @Test
    void count_afterTheWindowsEnd_opensAnother() {
        count(NOW);
        assertThat(count(END)).isEqualTo(new Attempts(1, END.plusSeconds(900)));
    }

    @Test
    void count_concurrently_losesNone() throws Exception {
        var counts = Concurrent.run(64, 16, () -> count(NOW).count());
        assertThat(counts).doesNotHaveDuplicates().contains(1, 64);
    }

    @Test
    void forget_key_closesItsWindowAlone() {
        count(NOW);
        store().count("other", NOW, END);
        store().forget("sign-in:abc");
        store().forget("unknown");
        assertThat(count(NOW).count()).isEqualTo(1);
        assertThat(store().count("other", NOW, END).count()).isEqualTo(2);
    }

    @Test
    void removeExpired_openWindow_goesOn() {
        count(NOW);
        store().removeExpired(END.minusMillis(1));
        assertThat(count(NOW).count()).isEqualTo(2);
        store().removeExpired(END);
        assertThat(count(END).count()).isEqualTo(1);
    }
}
