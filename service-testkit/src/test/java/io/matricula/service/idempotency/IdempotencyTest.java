package io.matricula.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.OnceResult.Answer;
import io.matricula.service.idempotency.OnceResult.OtherRequest;
import io.matricula.service.idempotency.OnceResult.StillRunning;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryIdempotencyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private static final StoredAnswer GOOD = new StoredAnswer(201, "{}");
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");
    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore();
    private final Idempotency idempotency = new Idempotency(store, clock);
    private final IdempotencyKey key = new IdempotencyKey(AccountId.random(), "k1");
    private final AtomicInteger runs = new AtomicInteger();

    private OnceResult once(StoredAnswer answer) {
        return idempotency.once(key, "hash", () -> {
            runs.incrementAndGet();
            return answer;
        });
    }

    @Test
    void once_repeated_answersFromTheFirst() {
        assertThat(once(GOOD)).isEqualTo(new Answer(GOOD, false));
        assertThat(once(new StoredAnswer(200, "other"))).isEqualTo(new Answer(GOOD, true));
        assertThat(runs).hasValue(1);
    }

    @Test
    void once_afterADay_worksAnew() {
        once(GOOD);
        clock.advance(Idempotency.KEPT);
        assertThat(once(GOOD)).isEqualTo(new Answer(GOOD, false));
    }

    @Test
    void once_anHourAfterTheLastRemoval_removesWhatHasExpired() {
        once(GOOD);
        clock.advance(Idempotency.KEPT);
        idempotency.once(new IdempotencyKey(key.account(), "k2"), "hash", () -> GOOD);
        assertThat(store.removeExpired(clock.instant())).isZero();
    }

    @Test
    void once_refusedRequest_mayBeTriedAnew() {
        var refused = new StoredAnswer(400, "{}");
        assertThat(once(refused)).isEqualTo(new Answer(refused, false));
        assertThat(once(GOOD)).isEqualTo(new Answer(GOOD, false));
    }

    @Test
    void once_workThrows_freesTheKey() {
        Supplier<StoredAnswer> failing = () -> {
            throw new IllegalStateException("engine");
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> idempotency.once(key, "hash", failing))
                .withMessage("engine");
        assertThat(once(GOOD)).isEqualTo(new Answer(GOOD, false));
    }

    @Test
    void once_duringTheFirst_isStillRunning() {
        idempotency.once(key, "hash", () -> {
            assertThat(once(GOOD)).isEqualTo(new StillRunning(Duration.ofSeconds(1)));
            return GOOD;
        });
        assertThat(runs).hasValue(0);
    }

    @Test
    void once_otherRequest_isRefused() {
        once(GOOD);
        assertThat(idempotency.once(key, "other hash", () -> GOOD)).isEqualTo(new OtherRequest());
    }

    @Test
    void key_badText_isRefused() {
        for (String text : new String[] {"", "a b", "ä", "x".repeat(256)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(key.account(), text));
        }
    }
}
