package io.matricula.service.usage;

/**
 * What became of a call that was to be counted.
 *
 * @param calls calls of the period after the decision; the refused call is not among them
 */
public record CountResult(Verdict verdict, long calls) {
    /** Why a call was counted or not. A call that breaks both limits is {@link #QUOTA_USED_UP}: waiting won't help it. */
    public enum Verdict {
        COUNTED,
        QUOTA_USED_UP,
        TOO_FAST
    }
}
