package io.matricula.service.membership;

import io.matricula.service.access.Caller;
import io.matricula.service.access.Credential;
import io.matricula.service.account.Account;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.enrolment.AccountMails;
import io.matricula.service.identity.EmailAddress;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.identity.Role;
import io.matricula.service.link.LinkPurpose;
import io.matricula.service.link.Links;
import io.matricula.service.password.Passwords;
import io.matricula.service.session.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The people of an account: one owner, who can't be removed, and the admins that the owner invites. Whether a caller may do a thing is
 * settled before. Safe for concurrent use.
 */
public final class Membership {
    private final MemberStore members;
    private final Links links;
    private final AccountMails mails;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Clock clock;

    public Membership(
            MemberStore members,
            Links links,
            AccountMails mails,
            Passwords passwords,
            Sessions sessions,
            AuditTrail audit,
            Clock clock) {
        this.members = members;
        this.links = links;
        this.mails = mails;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The members of the caller's account, oldest first. */
    public List<Member> list(Caller caller) {
        return members.listOf(caller.account().id());
    }

    /** The person who calls; empty if it was removed a moment ago. */
    public Optional<Member> self(Caller caller) {
        return caller.credential() instanceof Credential.Session session
                ? members.find(caller.account().id(), session.member())
                : Optional.empty();
    }

    /**
     * Mails an invitation as admin. That an address belongs to an account already is told to its holder only.
     *
     * @throws RefusedException if it is no address
     * @throws io.matricula.service.throttle.TooManyAttemptsException after too many mails
     */
    public void invite(Caller caller, String email, String from) {
        String address = EmailAddress.normalised(email)
                .orElseThrow(() -> new RefusedException("email", "Enter a valid e-mail address."));
        links.countMail(address, from);
        Account account = caller.account();
        if (members.findByEmail(address).isPresent()) {
            mails.invitationOfMember(address, account.email());
        } else {
            mails.invitation(address, account.email(), links.issue(LinkPurpose.INVITATION, address, account.id()));
        }
        audit.record(account.id(), By.of(caller, from), AuditAction.MEMBER_INVITED, address);
    }

    /**
     * Removes an admin and ends the admin's sessions.
     *
     * @return false if the account has no such admin
     */
    public boolean remove(Caller caller, MemberId id, String from) {
        Optional<Member> admin = members.find(caller.account().id(), id).filter(member -> member.role() == Role.ADMIN);
        if (admin.isEmpty() || !members.remove(caller.account().id(), id)) {
            return false;
        }
        sessions.endAllOf(admin.get(), null);
        audit.record(caller.account().id(), By.of(caller, from), AuditAction.MEMBER_REMOVED, "member " + id);
        return true;
    }

    /**
     * Whether this is the caller's own password.
     *
     * @throws io.matricula.service.throttle.TooManyAttemptsException after too many wrong ones
     */
    public boolean isPasswordOf(Caller caller, String password, String from) {
        return self(caller)
                .flatMap(member -> passwords.check(member.email(), password, from))
                .isPresent();
    }

    /**
     * Sets another password for the caller, whose other sessions end. The old password is checked before.
     *
     * @throws RefusedException if the new one is no good
     */
    public void changePassword(Caller caller, String password, String from) {
        Member member = self(caller).orElseThrow(() -> new RefusedException("current", "You are no member any more."));
        String hash = passwords.hashOf(password, member.email());
        members.changePassword(member.account(), member.id(), hash, clock.instant());
        sessions.endAllOf(member, caller.credential() instanceof Credential.Session session ? session.id() : null);
        audit.record(member.account(), By.of(caller, from), AuditAction.PASSWORD_CHANGED, null);
        mails.passwordChanged(member.email());
    }
}
