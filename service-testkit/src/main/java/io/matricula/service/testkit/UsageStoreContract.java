package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult;
import io.matricula.service.usage.CountResult.Verdict;
import io.matricula.service.usage.Counting;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every {@link UsageStore} must do. A subclass gives a fresh store to each test. */
public abstract class UsageStoreContract {
    private static final LocalDate SIGN_UP = LocalDate.parse("2026-01-31");
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private static final Plan FIVE = new Plan("five", 5, Plan.NO_RATE_LIMIT, false);
    private static final Plan TWO_A_SECOND = new Plan("two", 1_000, 2, false);
    private static final Plan LARGE = new Plan("large", 1_000_000, Plan.NO_RATE_LIMIT, false);
    private final AccountId ann = AccountId.random();

    protected abstract UsageStore store();

    private Call callAt(Instant instant) {
        return call(ann, instant);
    }

    private static Call call(AccountId account, Instant instant) {
        return new Call(account, UsagePeriod.containing(instant, SIGN_UP), instant);
    }

    private PeriodUsage usageAt(Instant instant) {
        return store().find(ann, UsagePeriod.containing(instant, SIGN_UP));
    }

    private List<Verdict> count(int calls, Instant at, Plan plan) {
        return Collections.nCopies(calls, callAt(at)).stream()
                .map(call -> store().count(call, plan).verdict())
                .toList();
    }

    @Test
    void count_withinTheQuota_tellsTheCallsSoFar() {
        assertThat(store().count(callAt(NOW), FIVE)).isEqualTo(new CountResult(Verdict.COUNTED, 1));
        assertThat(store().count(callAt(NOW), FIVE)).isEqualTo(new CountResult(Verdict.COUNTED, 2));
    }

    @Test
    void begin_madeDurable_isCountedAsByCount() {
        Counting first = store().begin(callAt(NOW), FIVE);
        first.durable().run();
        Counting second = store().begin(callAt(NOW), FIVE);
        second.durable().run();

        assertThat(first.result()).isEqualTo(new CountResult(Verdict.COUNTED, 1));
        assertThat(second.result()).isEqualTo(new CountResult(Verdict.COUNTED, 2));
        assertThat(usageAt(NOW).calls()).isEqualTo(2);
    }

    @Test
    void begin_quotaUsedUp_changesNothing() {
        count(5, NOW, FIVE);

        Counting refused = store().begin(callAt(NOW), FIVE);
        refused.durable().run();

        assertThat(refused.result()).isEqualTo(new CountResult(Verdict.QUOTA_USED_UP, 5));
        assertThat(usageAt(NOW).calls()).isEqualTo(5);
    }

    @Test
    void count_quotaUsedUp_changesNothing() {
        assertThat(count(5, NOW, FIVE)).containsOnly(Verdict.COUNTED);
        assertThat(store().count(callAt(NOW), FIVE)).isEqualTo(new CountResult(Verdict.QUOTA_USED_UP, 5));
        assertThat(usageAt(NOW).calls()).isEqualTo(5);
        assertThat(usageAt(NOW).days().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(5);
    }

    @Test
    void count_quotaOfZero_isNeverCounted() {
        assertThat(store().count(callAt(NOW), LARGE.withCallsPerPeriod(0)))
                .isEqualTo(new CountResult(Verdict.QUOTA_USED_UP, 0));
        assertThat(usageAt(NOW).calls()).isZero();
    }

    @Test
    void count_quotaLowered_refusesAndRaised_counts() {
        count(5, NOW, FIVE);
        assertThat(store().count(callAt(NOW), FIVE.withCallsPerPeriod(3)).verdict())
                .isEqualTo(Verdict.QUOTA_USED_UP);
        assertThat(store().count(callAt(NOW), FIVE.withCallsPerPeriod(6)))
                .isEqualTo(new CountResult(Verdict.COUNTED, 6));
    }

    @Test
    void count_thousandConcurrentCallsAgainstFiveHundred_acceptsExactlyFiveHundred() throws Exception {
        Plan plan = LARGE.withCallsPerPeriod(500);
        var results = Concurrent.run(1_000, 32, () -> store().count(callAt(NOW), plan));
        var accepted = results.stream()
                .filter(result -> result.verdict() == Verdict.COUNTED)
                .toList();
        assertThat(accepted).hasSize(500);
        assertThat(accepted.stream().map(CountResult::calls)).doesNotHaveDuplicates();
        assertThat(usageAt(NOW).calls()).isEqualTo(500);
    }

    @Test
    void count_concurrentCallsOfOneSecond_acceptsExactlyTheRate() throws Exception {
        var results = Concurrent.run(200, 32, () -> store().count(callAt(NOW), LARGE.withPerSecond(8))
                .verdict());
        assertThat(Collections.frequency(results, Verdict.COUNTED)).isEqualTo(8);
        assertThat(Collections.frequency(results, Verdict.TOO_FAST)).isEqualTo(192);
        assertThat(usageAt(NOW).calls()).isEqualTo(8);
    }

    @Test
    void count_overManySeconds_acceptsTheRateInEach() {
        for (int second = 0; second < 20; second++) {
            Instant at = NOW.plusSeconds(second);
            assertThat(count(3, at, TWO_A_SECOND)).containsExactly(Verdict.COUNTED, Verdict.COUNTED, Verdict.TOO_FAST);
        }
        assertThat(usageAt(NOW).calls()).isEqualTo(40);
    }

    @Test
    void count_atTheSecondsEdge_opensANewWindow() {
        Instant last = Instant.parse("2026-03-05T12:00:00.999999999Z");
        assertThat(count(3, last, TWO_A_SECOND)).endsWith(Verdict.TOO_FAST);
        assertThat(count(2, last.plusNanos(1), TWO_A_SECOND)).containsOnly(Verdict.COUNTED);
    }

    @Test
    void count_clockBehindByASecond_countsInTheOpenWindow() {
        count(1, NOW, TWO_A_SECOND);
        assertThat(count(2, NOW.minusSeconds(1), TWO_A_SECOND)).containsExactly(Verdict.COUNTED, Verdict.TOO_FAST);
        assertThat(count(1, NOW, TWO_A_SECOND)).containsExactly(Verdict.TOO_FAST);
    }

    @Test
    void count_clockSetBackByAnHour_isNotBlockedByTheOldWindow() {
        count(2, NOW, TWO_A_SECOND);
        Instant corrected = NOW.minus(Duration.ofHours(1));
        assertThat(count(3, corrected, TWO_A_SECOND))
                .containsExactly(Verdict.COUNTED, Verdict.COUNTED, Verdict.TOO_FAST);
    }

    @Test
    void count_bothLimitsBroken_saysQuota() {
        Plan plan = TWO_A_SECOND.withCallsPerPeriod(2);
        assertThat(count(3, NOW, plan)).endsWith(Verdict.QUOTA_USED_UP);
    }

    @Test
    void count_withoutRateLimit_acceptsAnyRate() {
        assertThat(count(300, NOW, LARGE)).containsOnly(Verdict.COUNTED);
    }

    @Test
    void count_ratePutOnLater_countsTheCallsBefore() {
        count(2, NOW, LARGE);
        assertThat(count(1, NOW, TWO_A_SECOND)).containsExactly(Verdict.TOO_FAST);
    }

    @Test
    void find_nothingCounted_isZeroOnEveryDay() {
        PeriodUsage usage = usageAt(NOW);
        assertThat(usage.calls()).isZero();
        assertThat(usage.days()).hasSize(31).containsOnly(0L);
    }

    @Test
    void find_callsOnEveryDay_tellsThemApart() {
        UsagePeriod period = UsagePeriod.containing(NOW, SIGN_UP);
        for (int day = 0; day < period.days(); day++) {
            Instant at = period.resetsOn().minus(Duration.ofDays(period.days() - day));
            count(day + 1, at, LARGE);
        }
        List<Long> days = store().find(ann, period).days();
        assertThat(days).hasSize(31).isSorted().doesNotHaveDuplicates().startsWith(1L);
        assertThat(store().find(ann, period).calls()).isEqualTo(31 * 32 / 2);
    }

    @Test
    void count_nextPeriod_startsAtZero() {
        Instant reset = UsagePeriod.containing(NOW, SIGN_UP).resetsOn();
        Instant last = reset.minusNanos(1);
        assertThat(count(6, last, FIVE)).endsWith(Verdict.QUOTA_USED_UP);
        assertThat(store().count(callAt(reset), FIVE)).isEqualTo(new CountResult(Verdict.COUNTED, 1));
        assertThat(usageAt(last).calls()).isEqualTo(5);
        assertThat(store().totalCalls(ann)).isEqualTo(6);
    }

    @Test
    void count_otherAccount_isSeparate() {
        AccountId bob = AccountId.random();
        count(5, NOW, FIVE);
        assertThat(store().count(call(bob, NOW), FIVE)).isEqualTo(new CountResult(Verdict.COUNTED, 1));
        store().giveBack(call(bob, NOW));
        assertThat(usageAt(NOW).calls()).isEqualTo(5);
        assertThat(store().totalCalls(bob)).isZero();
        assertThat(store().totalCalls(ann)).isEqualTo(5);
    }

    @Test
    void giveBack_countedCall_freesQuotaAndDay() {
        count(5, NOW, FIVE);
        store().giveBack(callAt(NOW));
        assertThat(usageAt(NOW).calls()).isEqualTo(4);
        assertThat(usageAt(NOW).days()).contains(4L);
        assertThat(store().totalCalls(ann)).isEqualTo(4);
        assertThat(count(2, NOW, FIVE)).containsExactly(Verdict.COUNTED, Verdict.QUOTA_USED_UP);
    }

    @Test
    void giveBack_countedCall_keepsTheRateWindow() {
        count(2, NOW, TWO_A_SECOND);
        store().giveBack(callAt(NOW));
        assertThat(count(1, NOW, TWO_A_SECOND)).containsExactly(Verdict.TOO_FAST);
    }

    @Test
    void giveBack_afterThePeriodsEnd_touchesTheOldPeriod() {
        Instant reset = UsagePeriod.containing(NOW, SIGN_UP).resetsOn();
        Call last = callAt(reset.minusSeconds(1));
        store().count(last, FIVE);
        count(1, reset, FIVE);
        store().giveBack(last);
        assertThat(usageAt(last.at()).calls()).isZero();
        assertThat(usageAt(reset).calls()).isEqualTo(1);
    }

    @Test
    void giveBack_nothingCounted_staysAtZero() {
        store().giveBack(callAt(NOW));
        count(1, NOW, FIVE);
        store().giveBack(callAt(NOW));
        store().giveBack(callAt(NOW));
        assertThat(usageAt(NOW).calls()).isZero();
        assertThat(usageAt(NOW).days()).containsOnly(0L);
    }

    @Test
    void giveBack_amongConcurrentCounts_losesNone() throws Exception {
        var turn = new AtomicLong();
        Concurrent.run(600, 16, () -> {
            var result = store().count(callAt(NOW), LARGE);
            if (turn.getAndIncrement() % 2 == 0) {
                store().giveBack(callAt(NOW));
            }
            return result;
        });
        assertThat(usageAt(NOW).calls()).isEqualTo(300);
        assertThat(usageAt(NOW).days()).contains(300L);
    }

    @Test
    void anySequence_overPeriodEdges_matchesTheStoreInMemory() {
        var random = new Random(20260305);
        var model = new InMemoryUsageStore();
        var accounts = List.of(ann, AccountId.random(), AccountId.random());
        Instant edge = UsagePeriod.containing(NOW, SIGN_UP).resetsOn();
        for (int step = 0; step < 1_500; step++) {
            // Clocks jump by up to two seconds to and fro, and now and then by days.
            Instant at = edge.plusMillis(random.nextInt(4_000) - 2_000L);
            at = random.nextInt(10) == 0 ? at.plus(Duration.ofDays(random.nextInt(60) - 30L)) : at;
            Call call = call(accounts.get(random.nextInt(accounts.size())), at);
            if (random.nextInt(5) == 0) {
                store().giveBack(call);
                model.giveBack(call);
            } else {
                Plan plan = new Plan("any", random.nextInt(60), random.nextInt(4), false);
                assertThat(store().count(call, plan)).isEqualTo(model.count(call, plan));
            }
            assertThat(store().find(call.account(), call.period()))
                    .isEqualTo(model.find(call.account(), call.period()));
        }
        assertThat(accounts)
                .allSatisfy(account -> assertThat(store().totalCalls(account)).isEqualTo(model.totalCalls(account)));
    }
}
