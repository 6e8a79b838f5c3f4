package io.matricula.cloud.cli;

import io.matricula.aws.CloudState;
import io.matricula.command.OperatorPorts;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.token.TokenStore;
import io.matricula.service.usage.UsageStore;
import java.util.function.Supplier;

/** The ports on AWS, for an operator's orders. */
record CloudPorts(CloudState state, Supplier<PlanCatalogue> catalogue) implements OperatorPorts {
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
        return catalogue.get();
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
        return state.jobQueue();
    }

    @Override
    public SigningKeyStore signingKeys() {
        return state.signingKeys();
    }
}
