package io.matricula.service.enrolment;

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
import io.matricula.service.identity.RefusedException;
import io.matricula.service.identity.Role;
import io.matricula.service.link.Link;
import io.matricula.service.link.LinkPurpose;
import io.matricula.service.link.Links;
import io.matricula.service.password.Passwords;
import io.matricula.service.plan.Plan;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Sign-up, confirmation, and a new password for a forgotten one. Both begin alike: one link is kept and one mail sent, whoever has the
 * address, so that neither answer nor delay tells who has an account. A password is chosen by whoever holds the link: nobody can prepare an account for
 * somebody else's address. Safe for concurrent use.
 */
public final class Enrolment {
    private static final RefusedException BAD_LINK =
            new RefusedException("token", "This link was used already or has expired.");

    private final AccountStore accounts;
    private final MemberStore members;
    private final Links links;
    private final Passwords passwords;
    private final AccountMails mails;
    private final AuditTrail audit;
    private final Optional<Plan> plan;
    private final Clock clock;

    /**
     * @param plan of new accounts; empty if only operators make accounts
     */
    public Enrolment(
            AccountStore accounts,
            MemberStore members,
            Links links,
            Passwords passwords,
            AccountMails mails,
            AuditTrail audit,
            Optional<Plan> plan,
            Clock clock) {
        this.accounts = accounts;
        this.members = members;
        this.links = links;
        this.passwords = passwords;
        this.mails = mails;
        this.audit = audit;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Mails a link to an address: for choosing the first password, or another one.
     *
     * @param from network address of the request
     * @return the link, if nobody has the address and so nobody can be robbed with it; to be shown only where the operator wants that
     * @throws RefusedException if it is no address
     * @throws io.matricula.service.throttle.TooManyAttemptsException after too many mails
     */
    public Optional<URI> ask(String email, String from) {
        String address = EmailAddress.normalised(email)
                .orElseThrow(() -> new RefusedException("email", "Enter a valid e-mail address."));
        links.countMail(address, from);
        boolean known = accounts.findByEmail(address).isPresent();
        if (members.findByEmail(address).isPresent()) {
            mails.reset(address, links.issue(LinkPurpose.RESET, address, null));
            return Optional.empty();
        }
        if (!known && plan.isEmpty()) {
            mails.noAccount(address);
            return Optional.empty();
        }
        URI link = mails.signUp(address, links.issue(LinkPurpose.SIGN_UP, address, null));
        return known ? Optional.empty() : Optional.of(link);
    }

    /**
     * Makes the person of a sign-up or invitation a member, and the account if there is none.
     *
     * @throws RefusedException if the link or the password is no good; after a refused password the link still is
     */
    public Member confirm(String token, String password, String from) {
        Link link = links.find(token, Set.of(LinkPurpose.SIGN_UP, LinkPurpose.INVITATION), from)
                .orElseThrow(() -> BAD_LINK);
        String hash = passwords.hashOf(password, link.email());
        if (!links.take(link)) {
            throw BAD_LINK;
        }
        Role role = link.purpose() == LinkPurpose.SIGN_UP ? Role.OWNER : Role.ADMIN;
        Member member = Member.create(accountOf(link, from), link.email(), role, hash, clock.instant());
        if (!members.add(member)) {
            throw BAD_LINK;
        }
        audit.record(member.account(), By.member(member.id(), from), AuditAction.MEMBER_JOINED, "as " + role);
        return member;
    }

    private AccountId accountOf(Link link, String from) {
        if (link.account() != null) {
            return accounts.find(link.account())
                    .filter(account -> account.state() != AccountState.CLOSED)
                    .map(Account::id)
                    .orElseThrow(() -> BAD_LINK);
        }
        // One that an operator made waits for its owner; so does one whose confirmation was cut short.
        return accounts.findByEmail(link.email()).map(Account::id).orElseGet(() -> newAccount(link.email(), from));
    }

    private AccountId newAccount(String email, String from) {
        Account account = Account.create(email, plan.orElseThrow(() -> BAD_LINK), clock.instant());
        if (!accounts.add(account)) {
            return accounts.findByEmail(email).orElseThrow(() -> BAD_LINK).id();
        }
        audit.record(account.id(), By.anybody(from), AuditAction.ACCOUNT_CREATED, null);
        return account.id();
    }

    /**
     * Sets a new password.
     *
     * @return the member, whose sessions are to be ended
     * @throws RefusedException if the link or the password is no good; after a refused password the link still is
     */
    public Member reset(String token, String password, String from) {
        Link link = links.find(token, Set.of(LinkPurpose.RESET), from).orElseThrow(() -> BAD_LINK);
        Member member = members.findByEmail(link.email())
                // Of several links that were mailed, the first used voids the others.
                .filter(found -> found.passwordSet().isBefore(link.created()))
                .orElseThrow(() -> BAD_LINK);
        String hash = passwords.hashOf(password, link.email());
        if (!links.take(link) || !members.changePassword(member.account(), member.id(), hash, clock.instant())) {
            throw BAD_LINK;
        }
        audit.record(member.account(), By.member(member.id(), from), AuditAction.PASSWORD_RESET, null);
        mails.passwordChanged(member.email());
        return member;
    }
}
