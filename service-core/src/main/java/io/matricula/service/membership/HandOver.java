package io.matricula.service.membership;

import io.matricula.service.access.Caller;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.enrolment.AccountMails;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.identity.Role;

/** Makes an admin of an account its owner, and the owner an admin. Safe for concurrent use. */
public final class HandOver {
    private final AccountStore accounts;
    private final MemberStore members;
    private final AccountMails mails;
    private final AuditTrail audit;

    public HandOver(AccountStore accounts, MemberStore members, AccountMails mails, AuditTrail audit) {
        this.accounts = accounts;
        this.members = members;
        this.mails = mails;
        this.audit = audit;
    }

    /**
     * Hands the caller's account over, at once for all sessions of both; tells both.
     *
     * @param owner who calls, whose password was checked before
     * @throws RefusedException if the account has no such admin, or the admin's address is that of another account
     */
    public void to(MemberId id, Caller caller, Member owner, String from) {
        Member admin = members.find(owner.account(), id)
                .filter(member -> member.role() == Role.ADMIN)
                .orElseThrow(() -> new RefusedException("member", "The account has no such admin."));
        if (!accounts.changeEmail(owner.account(), admin.email())) {
            throw new RefusedException("member", "This person's e-mail address is that of another account.");
        }
        if (!members.handOver(owner.account(), owner.id(), id)) {
            accounts.changeEmail(owner.account(), owner.email());
            throw new RefusedException("member", "Owner and admin have changed just now.");
        }
        audit.record(owner.account(), By.of(caller, from), AuditAction.ACCOUNT_HANDED_OVER, "to member " + id);
        mails.handedOver(owner.email(), admin.email());
        mails.handedOver(admin.email(), admin.email());
    }
}
