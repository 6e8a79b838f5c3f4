package io.matricula.local.cli;

import io.matricula.command.OperatorPorts;
import io.matricula.embedded.LocalState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.token.TokenStore;
import io.matricula.service.usage.UsageStore;
import java.time.Clock;

/** The ports on a state folder, for an operator's orders. */
record LocalPorts(LocalState state, Clock clock) implements OperatorPorts {
    @Override
    public AccountStore accounts() {
        return state.accounts();
    }

    @Override
    public TokenStore tokens() {
        return state.tokens();
    }

    @Override
    public UsageStore usage() {
        return state.usage();
    }

    @Override
    public AuditStore audit() {
        return state.audit();
    }

    @Override
    public PlanCatalogue plans() {
        return state.plans();
    }

    @Override
    public JobStore jobs() {
        return state.jobs();
    }

    @Override
    public DeadJobStore deadJobs() {
        return state.deadJobs();
    }

    @Override
    public JobQueue jobQueue() {
        return state.jobQueue(clock);
    }

    @Override
    public SigningKeyStore signingKeys() {
        return state.signingKeys();
    }
}
