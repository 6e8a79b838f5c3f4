package io.matricula.service.webhook;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What an owner chooses for a webhook.
 *
 * @param target where deliveries go, over http or https
 * @param header null for none
 * @param enabled false while nothing is to be sent
 */
public record WebhookSettings(
        URI target,
        ImageType image,
        WebhookFilter filter,
        @Nullable WebhookHeader header,
        boolean enabled) {
    /** Every event, as JSON. */
    public static WebhookSettings of(URI target) {
        return new WebhookSettings(target, ImageType.NONE, WebhookFilter.ALL, null, true);
    }

    public WebhookSettings withEnabled(boolean now) {
        return new WebhookSettings(target, image, filter, header, now);
    }
}
