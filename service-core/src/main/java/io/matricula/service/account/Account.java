package io.matricula.service.account;

import io.matricula.service.plan.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tenant: one firm or person with its own tokens, plan and usage. Immutable.
 *
 * <p>The plan is kept as the terms that were agreed, not as a name: a later change of the catalogue changes no account.
 *
 * @param email lower case, unique among accounts
 * @param plan the terms in force, unless {@code planned} has taken over; read it through {@link #planAt}
 * @param planned a plan that takes over later, null if none
 * @param created instant of sign-up; its UTC day anchors the usage periods
 */
public record Account(
        AccountId id, String email, Plan plan, @Nullable PlanChange planned, Instant created, AccountState state) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    public Account {
        email = email.strip().toLowerCase(Locale.ROOT);
        if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** A new active account without a planned change. */
    public static Account create(String email, Plan plan, Instant created) {
        return new Account(AccountId.random(), email, plan, null, created, AccountState.ACTIVE);
    }

    /** The terms in force at an instant. */
    public Plan planAt(Instant instant) {
        return planned != null && !instant.isBefore(planned.from()) ? planned.plan() : plan;
    }

    /** This account with its planned change made, if that is due; else itself. */
    public Account rolledOver(Instant now) {
        return planned != null && !now.isBefore(planned.from()) ? withPlan(planned.plan(), null) : this;
    }

    /** The UTC day of sign-up, on whose day of the month every usage period starts. */
    public LocalDate signUpDay() {
        return LocalDate.ofInstant(created, ZoneOffset.UTC);
    }

    public boolean active() {
        return state == AccountState.ACTIVE;
    }

    public Account withPlan(Plan newPlan, @Nullable PlanChange newPlanned) {
        return new Account(id, email, newPlan, newPlanned, created, state);
    }

    public Account withEmail(String newEmail) {
        return new Account(id, newEmail, plan, planned, created, state);
    }

    public Account withState(AccountState newState) {
        return new Account(id, email, plan, planned, created, newState);
    }

    /** This account closed, and with an address that is nobody's. */
    public Account erased() {
        return new Account(id, id + "@erased.invalid", plan, null, created, AccountState.CLOSED);
    }
}
