package io.matricula.gateway.webhooks;

import io.matricula.gateway.config.GatewayConfig;
import io.matricula.http.errors.ApiException;
import io.matricula.service.address.AddressGuard;
import io.matricula.service.address.WebAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Which targets are taken. Only what is plain to see is refused here, for the owner to notice at once; the address that a name leads
 * to is checked at every delivery.
 */
@ApplicationScoped
class TargetRule {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]|localhost");

    private final AddressGuard guard;

    TargetRule(GatewayConfig config) {
        guard = AddressGuard.ofSystem(config.webhooks().allowPrivate());
    }

    URI check(String text) {
        try {
            URI target = WebAddress.parse(text);
            if (ADDRESS.matcher(target.getHost()).matches()) {
                guard.resolve(target.getHost());
            }
            return target;
        } catch (IllegalArgumentException e) {
            throw ApiException.field("target", String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            throw ApiException.field(
                    "target",
                    "This address is not public. An operator can allow it: matricula.webhooks.allow-private.");
        }
    }
}
