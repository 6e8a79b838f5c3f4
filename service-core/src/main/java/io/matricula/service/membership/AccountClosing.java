package io.matricula.service.membership;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.enrolment.AccountMails;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.session.Sessions;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenStore;
import java.time.Clock;
import java.util.List;

/**
 * The end of an account, in an order that is safe to be cut short anywhere: first nothing is good any more, then people are forgotten. What is
 * kept is the number of calls, for billing, and the audit trail, which names nobody but by random ids and the addresses of invitations. Safe for
 * concurrent use.
 */
public final class AccountClosing {
    private final AccountStore accounts;
    private final TokenStore tokens;
    private final MemberStore members;
    private final Sessions sessions;
    private final AccountMails mails;
    private final AuditTrail audit;
    private final Clock clock;

    public AccountClosing(
            AccountStore accounts,
            TokenStore tokens,
            MemberStore members,
            Sessions sessions,
            AccountMails mails,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.members = members;
        this.sessions = sessions;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /** Closes an account for good. Repeatable. */
    public void close(Account account, By by) {
        List<Member> people = members.listOf(account.id());
        accounts.erase(account.id());
        audit.record(account.id(), by, AuditAction.ACCOUNT_DELETED, null);
        tokens.listOf(account.id()).stream()
                .filter(token -> !token.isRevoked())
                .map(ApiToken::hash)
                .forEach(hash -> tokens.revoke(account.id(), hash, clock.instant()));
        for (Member member : people) {
            sessions.endAllOf(member, null);
            members.remove(account.id(), member.id());
            mails.accountDeleted(member.email());
        }
    }
}
