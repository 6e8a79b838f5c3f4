package io.matricula.service.job;

import io.matricula.service.account.AccountId;

/** A job on its way to a worker. */
public record QueuedJob(AccountId account, JobId job) {}
