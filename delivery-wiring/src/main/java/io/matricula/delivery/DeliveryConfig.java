package io.matricula.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The settings of deliveries, under {@code matricula}; the gateway, which takes the targets, reads the same. */
@ConfigMapping(prefix = "matricula")
public interface DeliveryConfig {
    Webhooks webhooks();

    /** Where users reach the service, for links in mails, such as {@code https://api.example.org}. */
    @WithDefault("http://127.0.0.1:8080")
    URI publicUrl();

    /** Where deliveries may go. */
    interface Webhooks {
        /** Whether targets inside private networks are delivered to. */
        @WithDefault("false")
        boolean allowPrivate();
    }
}
