package io.matricula.usage.statistics;

import io.matricula.service.account.Account;
import io.matricula.service.admission.Admission;
import io.matricula.service.plan.Plan;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryAttemptStore;
import io.matricula.service.testkit.InMemoryAuditStore;
import io.matricula.service.testkit.InMemoryLinkStore;
import io.matricula.service.testkit.InMemoryMemberStore;
import io.matricula.service.testkit.InMemoryNoticeStore;
import io.matricula.service.testkit.InMemorySessionStore;
import io.matricula.service.testkit.InMemorySigningKeyStore;
import io.matricula.service.testkit.InMemoryTokenStore;
import io.matricula.service.testkit.InMemoryUsageStore;
import io.matricula.service.testkit.RecordingMailer;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import io.matricula.service.usage.UsageHistory;
import io.matricula.service.usage.UsageStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** What a deployable gives the service, here in memory; one account, and time stands still. */
@Singleton
class TestWiring {
    static final Plan PLAN = new Plan("test", 1_000, Plan.NO_RATE_LIMIT, false);
    static final Instant SIGN_UP = Instant.parse("2026-08-31T09:26:53Z");

    /** The account that the tests ask for, and its token. */
    record Tenant(Account account, TokenSecret token) {}

    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryTokenStore tokens = new InMemoryTokenStore(accounts);

    @Produces
    @Singleton
    Tenant tenant() {
        Account account = Account.create("ann@example.com", PLAN, SIGN_UP);
        accounts.add(account);
        TokenSecret secret = TokenSecret.random(new SecureRandom());
        tokens.add(ApiToken.of(secret, account.id(), "test", SIGN_UP));
        return new Tenant(account, secret);
    }

    @Produces
    @Singleton
    UsageStore usage() {
        return new InMemoryUsageStore();
    }

    @Produces
    @Singleton
    UsageHistory history(UsageStore usage) {
        return new UsageHistory(usage);
    }

    @Produces
    @Singleton
    Admission admission(UsageStore usage) {
        return new Admission(accounts, tokens, usage);
    }

    @Produces
    @Singleton
    Clock clock() {
        return FakeClock.at("2026-11-22T13:00:14.745242Z");
    }

    @Produces
    @Singleton
    InMemoryMemberStore members() {
        return new InMemoryMemberStore();
    }

    @Produces
    @Singleton
    InMemoryLinkStore links() {
        return new InMemoryLinkStore();
    }

    @Produces
    @Singleton
    InMemorySessionStore sessions() {
        return new InMemorySessionStore();
    }

    @Produces
    @Singleton
    InMemoryAttemptStore attempts() {
        return new InMemoryAttemptStore();
    }

    @Produces
    @Singleton
    InMemoryAuditStore audit() {
        return new InMemoryAuditStore();
    }

    @Produces
    @Singleton
    InMemorySigningKeyStore signingKeys() {
        return new InMemorySigningKeyStore();
    }

    @Produces
    @Singleton
    InMemoryNoticeStore notices() {
        return new InMemoryNoticeStore();
    }

    @Produces
    @Singleton
    PlanCatalogue plans() {
        return PlanCatalogue.builtIn();
    }

    @Produces
    @Singleton
    RecordingMailer mailer() {
        return new RecordingMailer();
    }

    @Produces
    @Singleton
    InMemoryAccountStore accounts() {
        return accounts;
    }

    @Produces
    @Singleton
    InMemoryTokenStore tokens() {
        return tokens;
    }
}
