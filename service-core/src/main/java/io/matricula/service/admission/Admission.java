package io.matricula.service.admission;

import io.matricula.service.access.Caller;
import io.matricula.service.access.Credential;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.admission.AdmissionResult.Admitted;
import io.matricula.service.admission.AdmissionResult.QuotaUsedUp;
import io.matricula.service.admission.AdmissionResult.Suspended;
import io.matricula.service.admission.AdmissionResult.TooFast;
import io.matricula.service.plan.Plan;
import io.matricula.service.token.TokenHash;
import io.matricula.service.token.TokenSecret;
import io.matricula.service.token.TokenStore;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult;
import io.matricula.service.usage.Counting;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides who calls and whether the call may go ahead. A call is counted before the picture is read, and given back when
 * nothing was recognised: a bad picture or a failure of ours costs the account nothing. Safe for concurrent use; blocks
 * for as long as the stores do.
 */
public final class Admission {
    private final AccountStore accounts;
    private final TokenStore tokens;
    private final UsageStore usage;

    public Admission(AccountStore accounts, TokenStore tokens, UsageStore usage) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.usage = usage;
    }

    /**
     * Who calls with an API token.
     *
     * @param token as the client sent it, without the scheme; any text
     * @return empty for what is no token, for an unknown and for a revoked one alike, and for one of a closed account; a
     *     suspended account is returned, for it may still see its statistics
     */
    public Optional<Caller> authenticate(String token) {
        return TokenSecret.parse(token).map(TokenSecret::hash).flatMap(this::callerOf);
    }

    private Optional<Caller> callerOf(TokenHash hash) {
        return tokens.find(hash)
                .filter(found -> found.hash().matches(hash) && !found.isRevoked())
                .flatMap(found -> accounts.find(found.account())
                        .filter(account -> account.state() != AccountState.CLOSED)
                        .map(account -> new Caller(account, new Credential.Token(found.id(), found.lastFour()))));
    }

    /** Counts a call of an account if its state, quota and rate allow; durable when it returns. */
    public AdmissionResult admit(Account account, Instant now) {
        Admitting admitting = begin(account, now);
        admitting.durable().run();
        return admitting.result();
    }

    /** The same, but returns as soon as it is decided: the picture can be read while the count is made durable. */
    public Admitting begin(Account account, Instant now) {
        return begin(account, account.planAt(now), now);
    }

    /** The same for a call that is not worked at once but queued: the rate is not asked, though the second's window counts it. */
    public Admitting beginForLater(Account account, Instant now) {
        return begin(account, account.planAt(now).withPerSecond(Plan.NO_RATE_LIMIT), now);
    }

    private Admitting begin(Account account, Plan plan, Instant now) {
        if (!account.active()) {
            return new Admitting(new Suspended(), () -> {});
        }
        Call call = new Call(account.id(), periodOf(account, now), now);
        Counting counting = usage.begin(call, plan);
        return new Admitting(result(counting.result(), call, plan), counting.durable());
    }

    /**
     * An admission under way.
     *
     * @param durable returns when the count is durable, which has to be waited for before the call is answered
     */
    public record Admitting(AdmissionResult result, Runnable durable) {}

    private static AdmissionResult result(CountResult result, Call call, Plan plan) {
        var quota =
                new Quota(result.calls(), plan.callsPerPeriod(), call.period().resetsOn());
        return switch (result.verdict()) {
            case COUNTED -> new Admitted(call, result.calls(), plan.callsPerPeriod());
            case QUOTA_USED_UP -> new QuotaUsedUp(quota);
            case TOO_FAST -> new TooFast(plan.perSecond(), untilNextSecond(call.at()), quota);
        };
    }

    /** Takes an admitted call back because nothing was recognised. To be used at most once for an admission. */
    public void giveBack(Admitted admitted) {
        usage.giveBack(admitted.call());
    }

    /** What an account has used in the period that contains {@code now}. */
    public PeriodUsage usageOf(Account account, Instant now) {
        return usage.find(account.id(), periodOf(account, now));
    }

    /** Where an account stands at {@code now}; one read of the store. */
    public Quota quotaOf(Account account, Instant now) {
        PeriodUsage used = usageOf(account, now);
        return new Quota(
                used.calls(),
                account.planAt(now).callsPerPeriod(),
                used.period().resetsOn());
    }

    private static UsagePeriod periodOf(Account account, Instant now) {
        return UsagePeriod.containing(now, account.signUpDay());
    }

    private static Duration untilNextSecond(Instant now) {
        return Duration.ofSeconds(1).minusNanos(now.getNano());
    }
}
