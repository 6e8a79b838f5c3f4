package io.matricula.local;

import io.matricula.embedded.LocalState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.link.LinkStore;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.session.SessionStore;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.throttle.AttemptStore;
import io.matricula.service.token.TokenStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The ports of accounts and sessions on the state folder. */
class PortWiring {
    private final LocalState state;

    PortWiring(LocalState state) {
        this.state = state;
    }

    @Produces
    @Singleton
    AccountStore accounts() {
        return state.accounts();
    }

    @Produces
    @Singleton
    TokenStore tokens() {
        return state.tokens();
    }

    @Produces
    @Singleton
    MemberStore members() {
        return state.members();
    }

    @Produces
    @Singleton
    LinkStore links() {
        return state.links();
    }

    @Produces
    @Singleton
    SessionStore sessions() {
        return state.sessions();
    }

    @Produces
    @Singleton
    AttemptStore attempts() {
        return state.attempts();
    }

    @Produces
    @Singleton
    AuditStore audit() {
        return state.audit();
    }

    @Produces
    @Singleton
    SigningKeyStore signingKeys() {
        return state.signingKeys();
    }

    @Produces
    @Singleton
    PlanCatalogue plans() {
        return state.plans();
    }
}
