package io.matricula.usage.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountState;
import io.matricula.service.mail.Mail;
import io.matricula.service.mail.Mailer;
import io.matricula.service.notice.WatchedUsage;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryNoticeStore;
import io.matricula.service.testkit.InMemoryUsageStore;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuotaMailsTest {
    private static final Plan TEN = new Plan("ten", 10, Plan.NO_RATE_LIMIT, false);

    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryNoticeStore notices = new InMemoryNoticeStore();
    private final UsageStore usage = new WatchedUsage(new InMemoryUsageStore(), notices);
    private final FakeClock clock = FakeClock.at("2026-11-22T13:00:00Z");
    private final List<Mail> sent = new CopyOnWriteArrayList<>();
    private final Account ann = Account.create("ann@example.com", TEN, Instant.parse("2026-08-31T09:00:00Z"));

    private QuotaMails mails(Mailer mailer) {
        return new QuotaMails(accounts, usage, notices, mailer, clock);
    }

    private void count(int calls) {
        Instant now = clock.instant();
        for (int i = 0; i < calls; i++) {
            usage.count(new Call(ann.id(), UsagePeriod.containing(now, ann.signUpDay()), now), TEN);
        }
    }

    @Test
    void run_asCallsGrow_mailsEachLevelOnceAPeriod() {
        accounts.add(ann);
        QuotaMails mails = mails(sent::add);
        count(7);
        assertThat(mails.run()).isZero();
        count(1);
        assertThat(mails.run()).isEqualTo(1);
        assertThat(mails.run()).isZero();
        count(2);
        assertThat(mails.run()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(mails(sent::add).run()).isZero();
        assertThat(sent).extracting(Mail::to).containsOnly("ann@example.com");
        assertThat(sent.get(0).subject()).contains("80 %");
        assertThat(sent.get(0).text()).contains("8 of 10", "2026-11-30T00:00:00Z");
        assertThat(sent.get(1).subject()).contains("used up");

        clock.set(Instant.parse("2026-11-30T00:00:00Z"));
        assertThat(mails.run()).isZero();
        count(10);
        assertThat(mails.run()).isEqualTo(2);
    }

    @Test
    void run_withinAnHour_looksOnlyWhereALevelWasReached() {
        accounts.add(ann);
        QuotaMails mails = mails(sent::add);
        mails.run();
        accounts.update(ann.id(), account -> account.withPlan(TEN.withCallsPerPeriod(100), null));
        count(5);
        accounts.update(ann.id(), account -> account.withPlan(TEN.withCallsPerPeriod(6), null));
        assertThat(mails.run()).isZero(); // No call has reached a level: a smaller plan has.
        clock.advance(Duration.ofHours(1));
        assertThat(mails.run()).isEqualTo(1);
    }

    @Test
    void run_byManyInstancesAtOnce_mailsOnce() throws Exception {
        accounts.add(ann);
        count(10);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> runs = Stream.generate(() -> mails(sent::add))
                    .limit(8)
                    .map(mails -> pool.submit(mails::run))
                    .toList();
            for (Future<Integer> run : runs) {
                run.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(sent).hasSize(2);
    }

    @Test
    void run_mailerDown_triesAgainWhenTheClaimHasRunOut() {
        accounts.add(ann);
        count(8);
        assertThat(mails(mail -> {
                            throw new IllegalStateException("no way out");
                        })
                        .run())
                .isZero();
        assertThat(mails(sent::add).run()).isZero();
        clock.advance(Duration.ofMinutes(10));
        assertThat(mails(sent::add).run()).isEqualTo(1);
        assertThat(sent).hasSize(1);
    }

    @Test
    void run_suspendedAccountOrEmptyQuota_mailsNothing() {
        accounts.add(Account.create("bob@example.com", TEN.withCallsPerPeriod(0), clock.instant()));
        accounts.add(ann.withState(AccountState.SUSPENDED));
        count(10);
        assertThat(mails(sent::add).run()).isZero();
    }
}
