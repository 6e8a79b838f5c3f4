package io.matricula.service.membership;

import io.matricula.service.access.Caller;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.enrolment.AccountMails;
import io.matricula.service.identity.EmailAddress;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.identity.Role;
import io.matricula.service.link.Link;
import io.matricula.service.link.LinkPurpose;
import io.matricula.service.link.Links;
import java.util.Set;

/**
 * Another e-mail address for a person: asked for with the password, confirmed by a link to the new address, and told to the old one, which can
 * stop it by a new password. An owner's address is the account's too. Safe for concurrent use.
 */
public final class EmailChange {
    private static final RefusedException BAD_LINK =
            new RefusedException("token", "This link was used already or has expired.");

    private final AccountStore accounts;
    private final MemberStore members;
    private final Links links;
    private final AccountMails mails;
    private final AuditTrail audit;

    public EmailChange(AccountStore accounts, MemberStore members, Links links, AccountMails mails, AuditTrail audit) {
        this.accounts = accounts;
        this.members = members;
        this.links = links;
        this.mails = mails;
        this.audit = audit;
    }

    /**
     * Mails a link to the new address, and a word to the old one. That the address belongs to an account already is told to its holder only.
     *
     * @param self the person who calls, whose password was checked before
     * @throws RefusedException if it is no address
     * @throws io.matricula.service.throttle.TooManyAttemptsException after too many mails
     */
    public void ask(Caller caller, Member self, String email, String from) {
        String address = EmailAddress.normalised(email)
                .orElseThrow(() -> new RefusedException("email", "Enter a valid e-mail address."));
        links.countMail(address, from);
        if (isTaken(address, self)) {
            mails.newEmailTaken(address);
        } else {
            mails.newEmail(address, links.issueNewEmail(address, self));
        }
        mails.emailChangeAsked(self.email());
        audit.record(self.account(), By.of(caller, from), AuditAction.EMAIL_CHANGE_ASKED, "member " + self.id());
    }

    private boolean isTaken(String address, Member self) {
        boolean person = members.findByEmail(address).isPresent();
        return person
                || accounts.findByEmail(address)
                        .filter(account -> !account.id().equals(self.account()))
                        .isPresent();
    }

    /**
     * Makes the address of a link that of its member.
     *
     * @throws RefusedException if the link is no good, or the address is another's by now
     */
    public Member confirm(String token, String from) {
        Link link = links.find(token, Set.of(LinkPurpose.NEW_EMAIL), from).orElseThrow(() -> BAD_LINK);
        Member member = memberOf(link);
        if (!links.take(link)) {
            throw BAD_LINK;
        }
        change(member, link.email());
        audit.record(
                member.account(), By.member(member.id(), from), AuditAction.EMAIL_CHANGED, "member " + member.id());
        mails.emailChanged(member.email());
        return member.withEmail(link.email());
    }

    private Member memberOf(Link link) {
        if (link.account() == null || link.member() == null) {
            throw BAD_LINK;
        }
        return members.find(link.account(), link.member())
                // Whoever set a new password in the meantime did not want this.
                .filter(found -> found.passwordSet().isBefore(link.created()))
                .orElseThrow(() -> BAD_LINK);
    }

    /** The account first: its address may be another's, and then nothing is changed. */
    private void change(Member member, String email) {
        boolean owner = member.role() == Role.OWNER;
        if (owner && !accounts.changeEmail(member.account(), email)) {
            throw BAD_LINK;
        }
        if (!members.changeEmail(member.account(), member.id(), email)) {
            if (owner) {
                accounts.changeEmail(member.account(), member.email());
            }
            throw BAD_LINK;
        }
    }
}
