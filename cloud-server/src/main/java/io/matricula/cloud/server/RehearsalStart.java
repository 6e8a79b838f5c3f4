package io.matricula.cloud.server;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.dynamo.Table;
import io.matricula.cloud.server.ServerConfig.Rehearsal;
import io.matricula.service.account.Account;
import io.matricula.service.plan.Plan;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** Makes what a rehearsal needs and a deployment or people would make: tables, queues, bucket, a first account. Repeatable. */
@ApplicationScoped
class RehearsalStart {
    /** Before anything works on the state. */
    private static final int FIRST = 100;

    private final Rehearsal rehearsal;
    private final CloudConfig config;
    private final CloudState state;
    private final PlanCatalogue plans;
    private final Clock clock;

    RehearsalStart(ServerConfig server, CloudConfig config, CloudState state, PlanCatalogue plans, Clock clock) {
        this.rehearsal = server.rehearsal();
        this.config = config;
        this.state = state;
        this.plans = plans;
        this.clock = clock;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        if (!rehearsal.createState() && rehearsal.account().isEmpty()) {
            return;
        }
        if (config.endpoints().dynamo() == null) {
            throw new IllegalStateException("matricula.cloud.rehearsal is for stand-ins of AWS only");
        }
        if (rehearsal.createState()) {
            state.createTables(Table.values());
            state.expireItems(Table.values());
            state.createQueues();
            state.createBucket();
        }
        rehearsal.account().ifPresent(this::account);
    }

    private void account(String email) {
        Plan plan = plans.find(rehearsal.plan())
                .orElseThrow(() -> new IllegalStateException("there is no plan " + rehearsal.plan()));
        TokenSecret secret = rehearsal
                .token()
                .flatMap(TokenSecret::parse)
                .orElseThrow(() -> new IllegalStateException("the account needs a token of 40 lower-case hex digits"));
        state.accounts().add(Account.create(email, plan, clock.instant()));
        // Not necessarily the one just made: it may be there already, or another process may have been first.
        Account account = state.accounts().findByEmail(email).orElseThrow();
        if (state.tokens().find(secret.hash()).isEmpty()) {
            state.tokens().add(ApiToken.of(secret, account.id(), "rehearsal", clock.instant()));
        }
    }
}
