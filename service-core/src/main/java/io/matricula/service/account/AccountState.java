package io.matricula.service.account;

/** Whether an account may call. */
public enum AccountState {
    ACTIVE,
    /** Keeps its data and may look at its statistics, but no call is admitted. */
    SUSPENDED
}
