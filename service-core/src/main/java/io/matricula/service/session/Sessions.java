package io.matricula.service.session;

import io.matricula.service.access.Caller;
import io.matricula.service.access.Credential;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.identity.EmailAddress;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.Role;
import io.matricula.service.password.Passwords;
import io.matricula.service.session.RefreshResult.Ended;
import io.matricula.service.session.RefreshResult.JustRefreshed;
import io.matricula.service.session.RefreshResult.Refreshed;
import io.matricula.service.signing.Claims;
import io.matricula.service.signing.Claims.Use;
import io.matricula.service.signing.TokenSigning;
import io.matricula.service.token.TokenHash;
import io.matricula.service.token.TokenSecret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in and out. A session is a chain of refresh tokens, each good once; the access tokens beside them are signed and
 * short-lived, and good only while their session goes on: signing out works at once. Safe for concurrent use.
 */
public final class Sessions {
    static final Duration ACCESS = Duration.ofMinutes(15);
    static final Duration REFRESH = Duration.ofDays(30);
    /** However often it is refreshed. */
    static final Duration LONGEST = Duration.ofDays(90);
    /** How long after a refresh the token before may come again without being taken for stolen. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** Whose trail holds failed sign-ins with addresses that nobody has; no account has this id. */
    static final AccountId NOBODY = new AccountId("nobody");

    private static final String SESSION = "sid";

    private final SessionStore store;
    private final AccountStore accounts;
    private final MemberStore members;
    private final Passwords passwords;
    private final TokenSigning signing;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(
            SessionStore store,
            AccountStore accounts,
            MemberStore members,
            Passwords passwords,
            TokenSigning signing,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.members = members;
        this.passwords = passwords;
        this.signing = signing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Signs a person in.
     *
     * @return empty for an unknown address and a wrong password alike, after the same time
     * @throws io.matricula.service.throttle.TooManyAttemptsException after too many wrong passwords
     * @throws io.matricula.service.password.PasswordHashing.BusyException if too many are at it
     */
    public Optional<SignedIn> signIn(String email, String password, String from) {
        Optional<String> address = EmailAddress.normalised(email);
        Optional<Member> member = address.flatMap(known -> passwords.check(known, password, from));
        if (member.isEmpty()) {
            address.ifPresent(tried -> recordFailure(tried, from));
        }
        return member.filter(found -> isOpen(found.account())).map(found -> begin(found, from));
    }

    /** Writes for addresses that nobody has, too: one write less would make the answer come sooner, and tell. */
    private void recordFailure(String address, String from) {
        Optional<Member> member = members.findByEmail(address);
        audit.record(
                member.map(Member::account).orElse(NOBODY),
                By.anybody(from),
                AuditAction.SIGN_IN_FAILED,
                member.map(tried -> "member " + tried.id()).orElse(null));
    }

    private boolean isOpen(AccountId account) {
        return accounts.find(account)
                .filter(found -> found.state() != AccountState.CLOSED)
                .isPresent();
    }

    private SignedIn begin(Member member, String from) {
        Instant now = clock.instant();
        store.removeExpired(now);
        var token = new RefreshToken(UUID.randomUUID().toString(), TokenSecret.random(random));
        var session = new Session(
                token.session(),
                member.account(),
                member.id(),
                token.secret().hash(),
                null,
                now,
                now,
                now.plus(REFRESH),
                from);
        store.add(session);
        audit.record(member.account(), By.member(member.id(), from), AuditAction.SIGNED_IN, null);
        return signedIn(member, session, token, now);
    }

    private SignedIn signedIn(Member member, Session session, RefreshToken token, Instant now) {
        var claims = new Claims(
                Use.SESSION,
                member.account().value(),
                UUID.randomUUID().toString(),
                now,
                now.plus(ACCESS),
                Map.of(SESSION, session.id()));
        return new SignedIn(
                member, signing.sign(claims), ACCESS, token.reveal(), Duration.between(now, session.expires()));
    }

    /**
     * Exchanges a refresh token for the next. One that was exchanged before may be a thief's or leave one with a thief: the session ends.
     *
     * @param text any
     */
    public RefreshResult refresh(String text, String from) {
        Optional<RefreshToken> token = RefreshToken.parse(text);
        Optional<Session> session = token.flatMap(parsed -> store.find(parsed.session()));
        if (token.isEmpty() || session.isEmpty()) {
            return new Ended();
        }
        TokenHash shown = token.get().secret().hash();
        Instant now = clock.instant();
        if (session.get().expiredAt(now)) {
            store.end(session.get().id());
            return new Ended();
        }
        return session.get().refresh().matches(shown)
                ? exchange(session.get(), now)
                : usedBefore(session.get(), shown, now, from);
    }

    private RefreshResult exchange(Session session, Instant now) {
        Optional<Member> member =
                members.find(session.account(), session.member()).filter(found -> isOpen(found.account()));
        if (member.isEmpty()) {
            store.end(session.id());
            return new Ended();
        }
        Instant last = session.created().plus(LONGEST);
        Instant until = now.plus(REFRESH).isBefore(last) ? now.plus(REFRESH) : last;
        var next = new RefreshToken(session.id(), TokenSecret.random(random));
        Session changed = session.refreshed(next.secret().hash(), now, until);
        return store.replace(session, changed)
                ? new Refreshed(signedIn(member.get(), changed, next, now))
                : new JustRefreshed();
    }

    private RefreshResult usedBefore(Session session, TokenHash shown, Instant now, String from) {
        TokenHash previous = session.previous();
        if (previous != null
                && previous.matches(shown)
                && now.isBefore(session.refreshed().plus(GRACE))) {
            return new JustRefreshed();
        }
        store.end(session.id());
        audit.record(
                session.account(), By.anybody(from), AuditAction.REFRESH_TOKEN_REUSED, "member " + session.member());
        return new Ended();
    }

    /** Who calls with an access token; empty also if its session has ended. */
    public Optional<Caller> caller(String accessToken) {
        return signing.verify(accessToken, Use.SESSION).flatMap(this::caller);
    }

    private Optional<Caller> caller(Claims claims) {
        String id = claims.details().get(SESSION);
        return Optional.ofNullable(id)
                .flatMap(store::find)
                .filter(session -> !session.expiredAt(clock.instant())
                        && session.account().value().equals(claims.subject()))
                .flatMap(this::caller);
    }

    /** What the person may do is looked up each time: an owner who has handed the account over is none at once. */
    private Optional<Caller> caller(Session session) {
        Optional<Role> role = members.find(session.account(), session.member()).map(Member::role);
        return role.isEmpty() ? Optional.empty() : caller(session, role.get());
    }

    private Optional<Caller> caller(Session session, Role role) {
        return accounts.find(session.account())
                .filter(account -> account.state() != AccountState.CLOSED)
                .map(account -> new Caller(account, new Credential.Session(session.id(), session.member(), role)));
    }

    /** Ends one session. Repeatable. */
    public void end(Account account, Credential.Session session, String from) {
        store.end(session.id());
        audit.record(account.id(), By.member(session.member(), from), AuditAction.SIGNED_OUT, null);
    }

    /**
     * Ends all sessions of a member, or all but one.
     *
     * @param except id of the one that goes on, null for none
     */
    public void endAllOf(Member member, @Nullable String except) {
        store.listOf(member.id()).stream()
                .map(Session::id)
                .filter(id -> !id.equals(except))
                .forEach(store::end);
    }
}
