package io.matricula.cloud.server;

import io.matricula.service.account.AccountStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the accounts can be reached. */
@Readiness
@ApplicationScoped
class StateReadiness implements HealthCheck {
    private static final String NOBODY = "nobody@localhost";

    private final AccountStore accounts;

    StateReadiness(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("state").status(reached()).build();
    }

    private boolean reached() {
        try {
            accounts.findByEmail(NOBODY);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
