package io.matricula.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The settings of the gateway beside those of reading, under {@code matricula}. */
@ConfigMapping(prefix = "matricula")
public interface GatewayConfig {
    Webhooks webhooks();

    /** Where users reach the service, for links in mails, such as {@code https://api.example.org}. */
    @WithDefault("http://127.0.0.1:8080")
    URI publicUrl();

    /** Where deliveries may go. */
    interface Webhooks {
        /** Whether targets inside private networks are taken. Only where all who have accounts are trusted with the network. */
        @WithDefault("false")
        boolean allowPrivate();
    }
}
