package io.matricula.usage.notice;

import io.matricula.contract.CloudTime;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountStore;
import io.matricula.service.mail.Mail;
import io.matricula.service.mail.Mailer;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.notice.QuotaLevel;
import io.matricula.service.notice.QuotaNotice;
import io.matricula.service.notice.WatchedUsage;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Mails accounts that have used 80 % and 100 % of a period's calls, each once for a period, however many processes look and however
 * often they are restarted: whoever claims a notice sends it. A mail that could not be sent is tried again with the next look at all accounts.
 * Only a process that dies between sending and noting it down lets a mail go out twice. Safe for concurrent use.
 */
@Singleton
public final class QuotaMails {
    private static final Logger LOG = Logger.getLogger(QuotaMails.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration WALK = Duration.ofHours(1);

    private final AccountStore accounts;
    private final UsageStore usage;
    private final NoticeStore notices;
    private final Mailer mailer;
    private final Clock clock;
    private volatile Instant nextWalk = Instant.MIN;

    public QuotaMails(AccountStore accounts, UsageStore usage, NoticeStore notices, Mailer mailer, Clock clock) {
        this.accounts = accounts;
        this.usage = usage;
        this.notices = notices;
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * Looks at the accounts that {@link WatchedUsage} has noted since the last look. Once an hour, and the first time, looks at all: so it also finds those
     * whose note was lost in a crash, and those that have reached a level by a smaller plan.
     *
     * @return how many mails went out
     */
    public int run() {
        Instant now = clock.instant();
        List<AccountId> due = notices.takeDue();
        Stream<Account> looked;
        if (now.isBefore(nextWalk)) {
            looked = due.stream().map(accounts::find).flatMap(Optional::stream);
        } else {
            nextWalk = now.plus(WALK);
            looked = accounts.list().stream();
        }
        return looked.filter(Account::active)
                .mapToInt(account -> tell(account, now))
                .sum();
    }

    private int tell(Account account, Instant now) {
        PeriodUsage used = usage.find(account.id(), UsagePeriod.containing(now, account.signUpDay()));
        long max = account.planAt(now).callsPerPeriod();
        int sent = 0;
        for (QuotaLevel level : QuotaLevel.reached(used.calls(), max)) {
            var notice = new QuotaNotice(account.id(), used.period(), level);
            if (notices.claim(notice, now, LEASE) && send(notice, mail(account, used, max, level))) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(QuotaNotice notice, Mail mail) {
        try {
            mailer.send(mail);
            notices.sent(notice, clock.instant());
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "account=%s notice=%s not sent, to be tried again", notice.account(), notice.level());
            return false;
        }
    }

    private static Mail mail(Account account, PeriodUsage used, long max, QuotaLevel level) {
        String reset = CloudTime.seconds(used.period().resetsOn());
        String subject = level == QuotaLevel.ALL
                ? "Your calls of this period are used up"
                : level.percent() + " % of your calls of this period are used";
        String next = level == QuotaLevel.ALL
                ? "Further calls are answered with status 403 until then. A larger plan takes effect at once."
                : "When all are used, further calls are answered with status 403 until then.";
        return new Mail(
                account.email(),
                subject,
                "Used: " + used.calls() + " of " + max + " calls of the plan "
                        + account.planAt(used.period().resetsOn().minusNanos(1)).name() + ".\nThe period ends on "
                        + reset + ". " + next + "\n");
    }
}
