package io.matricula.cloud.server;

import io.matricula.usage.notice.QuotaMails;
import io.matricula.usage.rollover.PlanRollOver;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** The work that nobody asks for, if the role is to do it; any number of processes may. */
@ApplicationScoped
class Schedule {
    private final boolean ours;
    private final PlanRollOver plans;
    private final QuotaMails mails;

    Schedule(ServerConfig config, PlanRollOver plans, QuotaMails mails) {
        this.ours = config.role().contains(Role.USAGE);
        this.plans = plans;
        this.mails = mails;
    }

    @Scheduled(every = "60s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void rollOver() {
        if (ours) {
            plans.run();
        }
    }

    @Scheduled(every = "60s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        if (ours) {
            mails.run();
        }
    }
}
