package io.matricula.webhook.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookEvent;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as the webhooks of the Snapshot API do: {@code {"hook": {"target", "id", "event"}, "data": …}} as JSON, or as
 * the field {@code json} of a form with the picture in {@code upload}. Boxes refer to the picture that is sent. Safe for
 * concurrent use.
 */
public final class PayloadWriter {
    private static final Logger LOG = System.getLogger(PayloadWriter.class.getName());

    private final PictureCutter cutter;

    public PayloadWriter(PictureCutter cutter) {
        this.cutter = cutter;
    }

    /**
     * The body of a delivery.
     *
     * @param picture of the event; without it, as with one that is no longer kept, a form has the field {@code json} alone
     */
    public Payload write(Webhook webhook, WebhookEvent event, Optional<byte[]> picture) {
        JsonNode data = PlainJson.read(event.data());
        ImageType image = webhook.settings().image();
        if (image == ImageType.NONE) {
            return new Payload("application/json", json(webhook, event, data));
        }
        var form = new FormBody(event.id().value());
        byte[] jpeg = picture.isEmpty() ? null : cut(picture.get(), image, data);
        form.text("json", json(webhook, event, data));
        if (jpeg != null) {
            form.jpeg("upload", data.path("filename").asText(), jpeg);
        }
        return form.payload();
    }

    /** The picture to send; where it is a part, {@code data} is changed to speak of that part. */
    private byte[] cut(byte[] picture, ImageType image, JsonNode data) {
        Area area = image == ImageType.VEHICLE ? vehicles(data) : null;
        try {
            byte[] jpeg = cutter.jpeg(picture, area);
            if (area != null && data instanceof ObjectNode object) {
                Boxes.move(object.path("results"), -area.left(), -area.top());
                object.put("image_width", area.right() - area.left());
                object.put("image_height", area.bottom() - area.top());
            }
            return jpeg;
        } catch (IOException e) {
            // Recognition could read it, so this is rare; the picture as it came serves the receiver better than none.
            LOG.log(Level.WARNING, "a picture is delivered as it came, for it could not be cut", e);
            return picture;
        }
    }

    private static @Nullable Area vehicles(JsonNode data) {
        int width = data.path("image_width").asInt();
        int height = data.path("image_height").asInt();
        return Boxes.aroundVehicles(data)
                .map(area -> area.within(width, height))
                .filter(area -> !area.isEmpty())
                .orElse(null);
    }

    private static byte[] json(Webhook webhook, WebhookEvent event, JsonNode data) {
        ObjectNode hook = JsonNodeFactory.instance.objectNode();
        hook.put("target", webhook.settings().target().toString());
        hook.put("id", webhook.id().value());
        hook.put("event", event.type());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("hook", hook);
        body.set("data", data);
        return PlainJson.write(body);
    }
}
