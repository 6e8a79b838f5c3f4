package io.matricula.sdk.edition;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.service.licence.LicenceStatus;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses pictures where the licence does not allow them, with the reason in the answer. All else is served without one. */
@ApplicationScoped
class LicenceGate {
    private final SdkConfig config;
    private final Instance<LicenceAccount> account;

    LicenceGate(SdkConfig config, Instance<LicenceAccount> account) {
        this.config = config;
        this.account = account;
    }

    @ServerRequestFilter
    void check(RoutingContext context) {
        if (config.enabled()
                && context.request().method().name().equals("POST")
                && context.normalizedPath().startsWith("/v1/plate-reader")) {
            LicenceStatus status = account.get().status();
            if (!status.works()) {
                throw ApiException.of(ApiError.LICENCE, status.message());
            }
        }
    }
}
