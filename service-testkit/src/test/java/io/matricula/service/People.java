package io.matricula.service;

import io.matricula.service.access.Caller;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditEntry;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.enrolment.AccountMails;
import io.matricula.service.enrolment.Enrolment;
import io.matricula.service.identity.Member;
import io.matricula.service.link.Links;
import io.matricula.service.mail.MailTexts;
import io.matricula.service.membership.AccountClosing;
import io.matricula.service.membership.EmailChange;
import io.matricula.service.membership.HandOver;
import io.matricula.service.membership.Membership;
import io.matricula.service.password.PasswordHashing;
import io.matricula.service.password.Passwords;
import io.matricula.service.plan.Plan;
import io.matricula.service.session.OwnSessions;
import io.matricula.service.session.Sessions;
import io.matricula.service.session.SignedIn;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.FakeTokenSigning;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryAttemptStore;
import io.matricula.service.testkit.InMemoryAuditStore;
import io.matricula.service.testkit.InMemoryLinkStore;
import io.matricula.service.testkit.InMemoryMemberStore;
import io.matricula.service.testkit.InMemorySessionStore;
import io.matricula.service.testkit.InMemoryTokenStore;
import io.matricula.service.testkit.RecordingMailer;
import io.matricula.service.throttle.Throttle;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The rules of people and sessions, in memory. */
public final class People {
    public static final String ANN = "ann@example.com";
    public static final String PASSWORD = "gate seven opens";
    public static final String FROM = "192.0.2.7";
    public static final Plan FREE = new Plan("free", 2_500, 1, false);

    public final FakeClock clock = FakeClock.at("2026-01-31T10:00:00Z");
    public final InMemoryAccountStore accounts = new InMemoryAccountStore();
    public final InMemoryTokenStore tokens = new InMemoryTokenStore(accounts);
    public final InMemoryMemberStore members = new InMemoryMemberStore();
    public final InMemoryLinkStore linkStore = new InMemoryLinkStore();
    public final InMemorySessionStore sessionStore = new InMemorySessionStore();
    public final InMemoryAuditStore trail = new InMemoryAuditStore();
    public final RecordingMailer mailer = new RecordingMailer();
    public final FakeTokenSigning signing = new FakeTokenSigning(clock);
    public final AuditTrail audit = new AuditTrail(trail, clock);
    private final Throttle throttle = new Throttle(new InMemoryAttemptStore(), clock);
    private final AccountMails mails = new AccountMails(mailer, new MailTexts(URI.create("https://console.example")));
    private final Links links = new Links(linkStore, throttle, clock);
    private final Passwords passwords =
            new Passwords(members, new PasswordHashing(new PasswordHashing.Cost(64, 1), 2), throttle);
    public final Sessions sessions = new Sessions(sessionStore, accounts, members, passwords, signing, audit, clock);
    public final Membership membership = new Membership(members, links, mails, passwords, sessions, audit, clock);
    public final AccountClosing closing = new AccountClosing(accounts, tokens, members, sessions, mails, audit, clock);
    public final EmailChange emailChange = new EmailChange(accounts, members, links, mails, audit);
    public final HandOver handOver = new HandOver(accounts, members, mails, audit);
    public final OwnSessions ownSessions = new OwnSessions(sessionStore, audit, clock);
    public final Enrolment enrolment = enrolment(Optional.of(FREE));

    public Enrolment enrolment(Optional<Plan> plan) {
        return new Enrolment(accounts, members, links, passwords, mails, audit, plan, clock);
    }

    /** The token in the newest mail to an address. */
    public String mailedToken(String email) {
        return mailer.lastTo(email).text().replaceAll("(?s).*#([0-9a-f]{40}).*", "$1");
    }

    /** Signs somebody up, with {@link #PASSWORD}. */
    public Member join(String email) {
        enrolment.ask(email, FROM);
        clock.advance(java.time.Duration.ofSeconds(1));
        return enrolment.confirm(mailedToken(email), PASSWORD, FROM);
    }

    public SignedIn signIn(String email) {
        return sessions.signIn(email, PASSWORD, FROM).orElseThrow();
    }

    /** Who calls with a new session. */
    public Caller caller(String email) {
        return sessions.caller(signIn(email).accessToken()).orElseThrow();
    }

    /** What was done in an account, newest first. */
    public List<AuditAction> done(Member member) {
        return trail.listOf(member.account(), null, 100).stream()
                .map(AuditEntry::action)
                .toList();
    }
}
