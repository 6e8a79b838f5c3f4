package io.matricula.sdk.edition;

import io.matricula.sdk.licence.LicenceAccount;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.List;

/**
 * Lets an edition serve what is its own. On premises every caller is the licence's holder, whatever header it sends or lacks, and routes
 * about accounts, tokens and sessions are not there; elsewhere those of the on-premises edition are not.
 */
@ApplicationScoped
class EditionRoute {
    /** After the exchange has begun, so that also a refusal has its id and its log line. */
    private static final int AFTER_EXCHANGE = 900;

    private static final List<String> ONLY_ON_PREMISES = List.of("/info");
    private static final List<String> ON_PREMISES = List.of(
            "/info",
            "/v1/sdk-webhooks",
            "/v1/stream/license",
            "/v1/plate-reader",
            "/v1/statistics",
            "/healthz",
            "/readyz",
            "/q",
            "/",
            "/try",
            "/docs",
            "/assets",
            "/icon.svg",
            "/openapi.json",
            "/openapi.yml");

    private final SdkConfig config;
    private final Instance<LicenceAccount> account;

    EditionRoute(SdkConfig config, Instance<LicenceAccount> account) {
        this.config = config;
        this.account = account;
    }

    void register(@Observes Filters filters) {
        filters.register(config.enabled() ? this::onPremises : this::elsewhere, AFTER_EXCHANGE);
    }

    private void onPremises(RoutingContext context) {
        if (!isBelow(ON_PREMISES, context)) {
            context.fail(404);
            return;
        }
        context.request().headers().set("Authorization", account.get().authorization());
        context.next();
    }

    private void elsewhere(RoutingContext context) {
        if (isBelow(ONLY_ON_PREMISES, context)) {
            context.fail(404);
        } else {
            context.next();
        }
    }

    private static boolean isBelow(List<String> places, RoutingContext context) {
        String path = context.normalizedPath();
        return places.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }
}
