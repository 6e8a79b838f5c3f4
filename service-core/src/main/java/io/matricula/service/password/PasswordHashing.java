package io.matricula.service.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106), each with a salt of its own, and compares them in constant time. Only so many run at once, for each
 * holds memory: sign-ins can't exhaust it. Safe for concurrent use; slow by design.
 */
public final class PasswordHashing {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Argon2Function argon2;
    private final Semaphore turns;
    private final String nobodys;

    /**
     * What one hash costs.
     *
     * @param kibibytes memory
     * @param iterations passes over it
     */
    public record Cost(int kibibytes, int iterations) {
        /** OWASP's recommendation for Argon2id with one lane. */
        public static final Cost DEFAULT = new Cost(19 * 1024, 2);
    }

    /**
     * @param concurrent hashes that may run at once, and so {@code cost.kibibytes()} times as much memory
     */
    public PasswordHashing(Cost cost, int concurrent) {
        argon2 = Argon2Function.getInstance(cost.kibibytes(), cost.iterations(), 1, HASH_BYTES, Argon2.ID);
        turns = new Semaphore(concurrent, true);
        nobodys = hash("nobody's password");
    }

    /**
     * The hash of a password, with salt and parameters, as text.
     *
     * @throws BusyException if too many are at it
     */
    public String hash(String password) {
        return inTurn(() -> Password.hash(normal(password))
                .addRandomSalt(SALT_BYTES)
                .with(argon2)
                .getResult());
    }

    /**
     * Whether a password is the one of a hash, whatever parameters that has.
     *
     * @throws BusyException if too many are at it
     */
    public boolean matches(String password, String hash) {
        return inTurn(() -> Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes as long as {@link #matches}, for an address that nobody has: the answer's delay tells nothing. */
    public void compareWithNobodys(String password) {
        matches(password, nobodys);
    }

    /** The same letters typed on another keyboard can be other code points (NIST SP 800-63B). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** Too many passwords are being hashed; it may be tried again in a few seconds. */
    public static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BusyException() {
            super("too many passwords are being hashed", null, false, false);
        }
    }
}
