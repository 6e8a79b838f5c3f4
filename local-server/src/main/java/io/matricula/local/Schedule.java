package io.matricula.local;

import io.matricula.usage.notice.QuotaMails;
import io.matricula.usage.rollover.PlanRollOver;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** The work that nobody asks for, once a minute; in the cloud a timer calls the same. */
@ApplicationScoped
class Schedule {
    private final QuotaMails mails;
    private final PlanRollOver plans;

    Schedule(QuotaMails mails, PlanRollOver plans) {
        this.mails = mails;
        this.plans = plans;
    }

    @Scheduled(every = "60s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void rollOver() {
        plans.run();
    }

    @Scheduled(every = "60s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        mails.run();
    }
}
