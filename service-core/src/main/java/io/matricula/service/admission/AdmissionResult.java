package io.matricula.service.admission;

import io.matricula.service.usage.Call;
import java.time.Duration;

/** Whether a call may go ahead. */
public sealed interface AdmissionResult {
    /**
     * The call may go ahead and has been counted.
     *
     * @param call what to hand back if nothing was recognised
     * @param calls calls of the period, this one among them
     * @param max calls that the period may hold
     */
    record Admitted(Call call, long calls, long max) implements AdmissionResult {
        public Quota quota() {
            return new Quota(calls, max, call.period().resetsOn());
        }
    }

    /** The call is refused and was not counted. */
    sealed interface Refused extends AdmissionResult {}

    /** The period's calls are used up. */
    record QuotaUsedUp(Quota quota) implements Refused {}

    /** This second's calls are used up; the next one may come after {@code retryAfter}, more than zero. */
    record TooFast(int perSecond, Duration retryAfter, Quota quota) implements Refused {}

    /** An operator has suspended the account. */
    record Suspended() implements Refused {}
}
