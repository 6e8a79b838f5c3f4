package io.matricula.service.password;

import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.throttle.Limit;
import io.matricula.service.throttle.Throttle;
import java.util.Optional;

/** Takes new passwords and checks old ones. Slow by design, and throttled. Safe for concurrent use. */
public final class Passwords {
    private final MemberStore members;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final PasswordPolicy policy = PasswordPolicy.builtIn();

    public Passwords(MemberStore members, PasswordHashing hashing, Throttle throttle) {
        this.members = members;
        this.hashing = hashing;
        this.throttle = throttle;
    }

    /**
     * The hash of a password that somebody has chosen.
     *
     * @throws RefusedException if it is too easily guessed
     * @throws PasswordHashing.BusyException if too many are at it
     */
    public String hashOf(String password, String email) {
        policy.problem(password, email).ifPresent(problem -> {
            throw new RefusedException("password", problem);
        });
        return hashing.hash(password);
    }

    /**
     * The member of an e-mail address, if this is its password. Takes as long if there is none.
     *
     * @param email normalised
     * @param from network address of the request
     * @throws io.matricula.service.throttle.TooManyAttemptsException after too many wrong ones
     * @throws PasswordHashing.BusyException if too many are at it
     */
    public Optional<Member> check(String email, String password, String from) {
        throttle.attempt(Limit.PASSWORDS_FROM_ADDRESS, from);
        throttle.attempt(Limit.PASSWORDS_OF_EMAIL, email);
        Optional<Member> member = members.findByEmail(email);
        if (password.length() > PasswordPolicy.LONGEST * 2) {
            return Optional.empty();
        }
        if (member.isEmpty()) {
            hashing.compareWithNobodys(password);
            return Optional.empty();
        }
        if (!hashing.matches(password, member.get().passwordHash())) {
            return Optional.empty();
        }
        throttle.forget(Limit.PASSWORDS_OF_EMAIL, email);
        return member;
    }
}
