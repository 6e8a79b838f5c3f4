package io.matricula.service.licence;

import io.matricula.service.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What one installation may do, and until when. Immutable. Travels as a {@link SignedText}, so that an installation can check it
 * without asking anybody.
 *
 * @param id random, names the licence in receipts and registers
 * @param holder whom it was issued to, one line
 * @param installation the only {@link Installation#id} that may use it
 * @param callsPerPeriod recognised pictures a month, at least 0
 * @param mmc whether make, model and colour of vehicles may be asked for
 * @param issued when it was issued
 * @param expires last UTC day
 * @param graceDays days after the last one on which it still works, with warnings; at least 0
 */
public record Licence(
        String id,
        String holder,
        String installation,
        long callsPerPeriod,
        boolean mmc,
        Instant issued,
        LocalDate expires,
        int graceDays) {
    public static final int USUAL_GRACE_DAYS = 14;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int LONGEST_HOLDER = 200;

    public Licence {
        if (!WORD.matcher(id).matches() || !WORD.matcher(installation).matches()) {
            throw new LicenceException("a licence's id and installation are letters, digits and hyphens");
        }
        if (holder.isBlank()
                || holder.length() > LONGEST_HOLDER
                || holder.chars().anyMatch(Character::isISOControl)) {
            throw new LicenceException("a licence's holder is one line of at most " + LONGEST_HOLDER + " characters");
        }
        if (callsPerPeriod < 0 || graceDays < 0) {
            throw new LicenceException("calls and days of grace must not be negative");
        }
    }

    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The terms as a plan of an account: no limit of the rate. */
    public Plan plan() {
        return new Plan("licence", callsPerPeriod, Plan.NO_RATE_LIMIT, mmc);
    }

    /** First instant at which it has expired. */
    public Instant end() {
        return expires.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** First instant at which it no longer works. */
    public Instant graceEnd() {
        return end().plus(Duration.ofDays(graceDays));
    }

    /** The same terms for another installation. */
    public Licence movedTo(String other, Instant now) {
        return new Licence(newId(), holder, other, callsPerPeriod, mmc, now, expires, graceDays);
    }
}
