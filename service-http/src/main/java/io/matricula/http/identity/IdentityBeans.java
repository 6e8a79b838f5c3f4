package io.matricula.http.identity;

import io.matricula.http.jwt.JwtSigning;
import io.matricula.service.account.AccountStore;
import io.matricula.service.admission.Admission;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.authentication.Callers;
import io.matricula.service.enrolment.AccountMails;
import io.matricula.service.enrolment.Enrolment;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.link.LinkStore;
import io.matricula.service.link.Links;
import io.matricula.service.mail.MailTexts;
import io.matricula.service.mail.Mailer;
import io.matricula.service.membership.AccountClosing;
import io.matricula.service.membership.EmailChange;
import io.matricula.service.membership.HandOver;
import io.matricula.service.membership.Membership;
import io.matricula.service.password.PasswordHashing;
import io.matricula.service.password.Passwords;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.session.OwnSessions;
import io.matricula.service.session.SessionStore;
import io.matricula.service.session.Sessions;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.signing.SigningKeys;
import io.matricula.service.subscription.Subscriptions;
import io.matricula.service.throttle.AttemptStore;
import io.matricula.service.throttle.Throttle;
import io.matricula.service.token.ApiTokens;
import io.matricula.service.token.MobileTokens;
import io.matricula.service.token.TokenStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the rules from the ports that a deployable gives: the same in all editions. */
class IdentityBeans {
    @Produces
    @Singleton
    SigningKeys signingKeys(SigningKeyStore store, Clock clock) {
        return new SigningKeys(store, clock);
    }

    @Produces
    @Singleton
    JwtSigning signing(SigningKeys keys, IdentityConfig config, Clock clock) {
        return new JwtSigning(keys, config.issuer(), clock);
    }

    @Produces
    @Singleton
    AuditTrail audit(AuditStore store, Clock clock) {
        return new AuditTrail(store, clock);
    }

    @Produces
    @Singleton
    Throttle throttle(AttemptStore store, Clock clock) {
        return new Throttle(store, clock);
    }

    @Produces
    @Singleton
    Passwords passwords(MemberStore members, IdentityConfig config, Throttle throttle) {
        var password = config.password();
        var cost = new PasswordHashing.Cost(password.memory(), password.iterations());
        return new Passwords(members, new PasswordHashing(cost, password.concurrent()), throttle);
    }

    @Produces
    @Singleton
    Links links(LinkStore store, Throttle throttle, Clock clock) {
        return new Links(store, throttle, clock);
    }

    @Produces
    @Singleton
    AccountMails mails(Mailer mailer, IdentityConfig config) {
        return new AccountMails(mailer, new MailTexts(config.site()));
    }

    @Produces
    @Singleton
    Enrolment enrolment(
            AccountStore accounts,
            MemberStore members,
            Links links,
            Passwords passwords,
            AccountMails mails,
            AuditTrail audit,
            PlanCatalogue plans,
            Clock clock) {
        var plan = plans.selfService().stream().findFirst();
        return new Enrolment(accounts, members, links, passwords, mails, audit, plan, clock);
    }

    @Produces
    @Singleton
    Sessions sessions(
            SessionStore store,
            AccountStore accounts,
            MemberStore members,
            Passwords passwords,
            JwtSigning signing,
            AuditTrail audit,
            Clock clock) {
        return new Sessions(store, accounts, members, passwords, signing, audit, clock);
    }

    @Produces
    @Singleton
    Membership membership(
            MemberStore members,
            Links links,
            AccountMails mails,
            Passwords passwords,
            Sessions sessions,
            AuditTrail audit,
            Clock clock) {
        return new Membership(members, links, mails, passwords, sessions, audit, clock);
    }

    @Produces
    @Singleton
    AccountClosing closing(
            AccountStore accounts,
            TokenStore tokens,
            MemberStore members,
            Sessions sessions,
            AccountMails mails,
            AuditTrail audit,
            Clock clock) {
        return new AccountClosing(accounts, tokens, members, sessions, mails, audit, clock);
    }

    @Produces
    @Singleton
    EmailChange emailChange(
            AccountStore accounts, MemberStore members, Links links, AccountMails mails, AuditTrail audit) {
        return new EmailChange(accounts, members, links, mails, audit);
    }

    @Produces
    @Singleton
    HandOver handOver(AccountStore accounts, MemberStore members, AccountMails mails, AuditTrail audit) {
        return new HandOver(accounts, members, mails, audit);
    }

    @Produces
    @Singleton
    OwnSessions ownSessions(SessionStore store, AuditTrail audit, Clock clock) {
        return new OwnSessions(store, audit, clock);
    }

    @Produces
    @Singleton
    ApiTokens apiTokens(TokenStore store, AuditTrail audit, Clock clock) {
        return new ApiTokens(store, audit, clock);
    }

    @Produces
    @Singleton
    MobileTokens mobileTokens(
            JwtSigning signing, TokenStore tokens, AccountStore accounts, AuditTrail audit, Clock clock) {
        return new MobileTokens(signing, tokens, accounts, audit, clock);
    }

    @Produces
    @Singleton
    Subscriptions subscriptions(AccountStore accounts, PlanCatalogue plans, AuditTrail audit, Clock clock) {
        return new Subscriptions(accounts, plans, audit, clock);
    }

    @Produces
    @Singleton
    Callers callers(Admission admission, MobileTokens mobileTokens, Sessions sessions) {
        return new Callers(admission, mobileTokens, sessions);
    }
}
