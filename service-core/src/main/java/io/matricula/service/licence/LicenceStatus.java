package io.matricula.service.licence;

import io.matricula.service.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Whether an installation may recognise pictures, and why.
 *
 * @param plan the terms; those of the last licence or the trial where the state refuses calls
 * @param licence null without one
 * @param message one or two sentences for the operator
 */
public record LicenceStatus(
        State state, Plan plan, @Nullable Licence licence, String message) {
    /** Where an installation stands. */
    public enum State {
        /** Never had a licence, and is young enough. */
        TRIAL,
        LICENSED,
        /** Expired, but still working. */
        GRACE,
        TRIAL_OVER,
        EXPIRED,
        /** The kept key is none of the issuer whose public key the program has now. */
        NOT_OURS,
        /** The licence has moved to another machine. */
        RELEASED,
        /** The clock shows a time before one that was seen. */
        CLOCK_SET_BACK
    }

    /** Whether calls are recognised. */
    public boolean works() {
        return state == State.TRIAL || state == State.LICENSED || state == State.GRACE;
    }
}
