package io.matricula.service.account;

/** Whether an account may call. */
public enum AccountState {
    ACTIVE,
    /** Keeps its data and may look at its statistics, but no call is admitted. */
    SUSPENDED,
    /** Ended for good: nobody signs in, no token is good. Its calls are kept for billing. */
    CLOSED
}
