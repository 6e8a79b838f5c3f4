package io.matricula.service.licence;

import io.matricula.service.licence.LicenceStatus.State;
import io.matricula.service.plan.Plan;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is decided about the licence of one installation, without asking anybody: what works now, activation, release. Safe for
 * concurrent use.
 */
public final class LicenceDesk {
    /** What an installation may do before its first licence. */
    public static final Plan TRIAL = new Plan("trial", 2_500, Plan.NO_RATE_LIMIT, true);

    public static final Duration TRIAL_TIME = Duration.ofDays(30);
    /** Clocks are corrected by seconds, and after a long power cut by minutes. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private final InstallationStore store;
    private final @Nullable PublicKey issuer;
    private final Clock clock;

    /** @param issuer whose licences are taken; null if none are, as in a build without a vendor */
    public LicenceDesk(InstallationStore store, @Nullable PublicKey issuer, Clock clock) {
        this.store = store;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The installation; made on first use. */
    public Installation installation() {
        return change(same -> same);
    }

    /** Where the installation stands now; also remembers that now has been. One write if the clock has moved on. */
    public LicenceStatus look() {
        Instant now = clock.instant();
        Installation seen = change(before -> before.sawTime(now));
        return status(seen, now);
    }

    private LicenceStatus status(Installation installation, Instant now) {
        Licence licence;
        try {
            licence = installation.licence() == null ? null : read(installation.licence());
        } catch (LicenceException e) {
            return new LicenceStatus(State.NOT_OURS, TRIAL, null, "The licence can't be used: " + e.getMessage() + ".");
        }
        if (now.isBefore(installation.lastSeen().minus(CLOCK_TOLERANCE))) {
            String message = "The clock of this machine shows " + now + ", but " + installation.lastSeen()
                    + " has been seen already. Set the clock right.";
            return new LicenceStatus(State.CLOCK_SET_BACK, licence == null ? TRIAL : licence.plan(), licence, message);
        }
        return licence == null ? unlicensed(installation, now) : licensed(licence, now);
    }

    private static LicenceStatus licensed(Licence licence, Instant now) {
        if (now.isBefore(licence.end())) {
            return new LicenceStatus(
                    State.LICENSED, licence.plan(), licence, "Licensed until " + licence.expires() + ".");
        }
        if (now.isBefore(licence.graceEnd())) {
            String message = "The licence expired on " + licence.expires() + ". It still works until "
                    + day(licence.graceEnd().minusNanos(1)) + ": renew it.";
            return new LicenceStatus(State.GRACE, licence.plan(), licence, message);
        }
        return new LicenceStatus(
                State.EXPIRED,
                licence.plan(),
                licence,
                "The licence expired on " + licence.expires() + ": renew it, for installation " + licence.installation()
                        + ".");
    }

    private static LicenceStatus unlicensed(Installation installation, Instant now) {
        String ask = " Ask for a licence for installation " + installation.id() + ".";
        if (!installation.released().isEmpty()) {
            return new LicenceStatus(
                    State.RELEASED, TRIAL, null, "The licence was released from this installation." + ask);
        }
        Instant end = installation.firstStart().plus(TRIAL_TIME);
        return now.isBefore(end)
                ? new LicenceStatus(State.TRIAL, TRIAL, null, "Trial until " + day(end) + "." + ask)
                : new LicenceStatus(State.TRIAL_OVER, TRIAL, null, "The trial ended on " + day(end) + "." + ask);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * Takes a licence into use in place of the one before. Repeatable.
     *
     * @throws LicenceException if it is none, is of another installation, was released from this one, or is over
     */
    public Licence activate(String key) {
        Licence licence = read(key);
        Instant now = clock.instant();
        change(installation -> {
            if (!licence.installation().equals(installation.id())) {
                throw new LicenceException("the licence is for installation " + licence.installation()
                        + ", but this is installation " + installation.id());
            }
            if (installation.released().contains(licence.id())) {
                throw new LicenceException("the licence was released from this installation and does not come back");
            }
            if (!now.isBefore(licence.graceEnd())) {
                throw new LicenceException("the licence expired on " + licence.expires());
            }
            return installation.with(key.strip(), licence, now);
        });
        return licence;
    }

    /**
     * Takes the licence off this installation for good, so that it can be issued to another.
     *
     * @param calls the calls of the running period, for who issues the next licence
     * @return the receipt that proves it
     */
    public String release(long calls) {
        Installation before = installation();
        if (before.licence() == null) {
            throw new LicenceException("this installation has no licence to release");
        }
        Licence licence = read(before.licence());
        var receipt = new ReleaseReceipt(before.licence(), licence.id(), before.id(), calls, clock.instant());
        change(installation -> installation.withoutLicence(licence.id()));
        return receipt.write(before);
    }

    private Licence read(String key) {
        if (issuer == null) {
            throw new LicenceException("this program has no issuer's public key, so it can't take licences");
        }
        return LicenceKey.read(key, issuer);
    }

    private Installation change(UnaryOperator<Installation> change) {
        return store.update(() -> Installation.create(clock.instant()), change);
    }
}
