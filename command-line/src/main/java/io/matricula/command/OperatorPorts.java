package io.matricula.command;

import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.token.TokenStore;
import io.matricula.service.usage.UsageStore;

/** The ports that an operator's orders work on, of an installation in any edition. For one thread. */
public interface OperatorPorts {
    AccountStore accounts();

    TokenStore tokens();

    UsageStore usage();

    AuditStore audit();

    /** @throws PlainError if the plans can't be read */
    PlanCatalogue plans();

    JobStore jobs();

    DeadJobStore deadJobs();

    JobQueue jobQueue();

    SigningKeyStore signingKeys();
}
