package io.matricula.service.usage;

import io.matricula.service.account.AccountId;
import java.time.Instant;

/** One recognition call as it is counted: whose, in which period, when. */
public record Call(AccountId account, UsagePeriod period, Instant at) {
    public Call {
        if (!period.contains(at)) {
            throw new IllegalArgumentException(at + " is outside " + period);
        }
    }

    /** Number of the call's day in the period, 1 to 31. */
    public int day() {
        return period.dayOf(at);
    }
}
