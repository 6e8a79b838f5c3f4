package io.matricula.gateway.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.service.webhook.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the settings that an owner sends as JSON; the first field that is wrong ends it with 400 and the field's name. */
@ApplicationScoped
class WebhookForm {
    private static final int LONGEST = 65_536;
    private static final int MOST_CAMERAS = 300;
    private static final int LONGEST_CAMERA = 255;
    private static final Set<String> FIELDS =
            Set.of("target", "image", "cameras", "regions", "only_with_plates", "header", "enabled");

    private final ObjectMapper json;
    private final TargetRule targets;

    WebhookForm(ObjectMapper json, TargetRule targets) {
        this.json = json;
        this.targets = targets;
    }

    /** The settings of a new webhook: {@code target} is required, the others have their defaults. */
    WebhookSettings create(InputStream body) {
        JsonNode sent = read(body);
        if (!sent.has("target")) {
            throw ApiException.field("target", "This field is required.");
        }
        return changed(WebhookSettings.of(target(sent, null)), sent);
    }

    /** A change of the fields that are sent; the others stay. Everything is checked before this returns. */
    UnaryOperator<WebhookSettings> change(InputStream body) {
        JsonNode sent = read(body);
        changed(WebhookSettings.of(URI.create("https://example.org/")), sent);
        return settings -> changed(settings, sent);
    }

    private WebhookSettings changed(WebhookSettings now, JsonNode sent) {
        return new WebhookSettings(
                target(sent, now.target()),
                image(sent, now.image()),
                filter(sent, now.filter()),
                header(sent, now.header()),
                bool(sent, "enabled", now.enabled()));
    }

    private JsonNode read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw ApiException.of(ApiError.TOO_LARGE, LONGEST);
            }
            JsonNode sent = json.readTree(bytes);
            if (sent == null || !sent.isObject()) {
                throw ApiException.of(ApiError.MALFORMED_BODY, "A JSON object is required.");
            }
            sent.fieldNames().forEachRemaining(WebhookForm::requireKnown);
            return sent;
        } catch (IOException e) {
            throw ApiException.of(ApiError.MALFORMED_BODY, "The body is no JSON.");
        }
    }

    /** A misspelt filter would let everything pass unnoticed. */
    private static void requireKnown(String field) {
        if (!FIELDS.contains(field)) {
            throw ApiException.field(field, "This field is not known.");
        }
    }

    private URI target(JsonNode sent, @Nullable URI now) {
        JsonNode target = sent.path("target");
        return target.isMissingNode() && now != null ? now : targets.check(target.asText());
    }

    private static ImageType image(JsonNode sent, ImageType now) {
        JsonNode image = sent.path("image");
        return image.isMissingNode()
                ? now
                : switch (image.asText()) {
                    case "none" -> ImageType.NONE;
                    case "original" -> ImageType.ORIGINAL;
                    case "vehicle" -> ImageType.VEHICLE;
                    default -> throw ApiException.field("image", "Must be none, original or vehicle.");
                };
    }

    private static WebhookFilter filter(JsonNode sent, WebhookFilter now) {
        Set<String> cameras = texts(sent, "cameras", now.cameras());
        Set<String> regions = new LinkedHashSet<>();
        texts(sent, "regions", now.regions())
                .forEach(code -> regions.add(code.toLowerCase(Locale.ROOT).replace('_', '-')));
        boolean onlyWithPlates = bool(sent, "only_with_plates", now.onlyWithPlates());
        try {
            return new WebhookFilter(cameras, regions, onlyWithPlates);
        } catch (IllegalArgumentException e) {
            throw ApiException.field("regions", "Codes of regions and camera ids without line breaks are required.");
        }
    }

    private static Set<String> texts(JsonNode sent, String field, Set<String> now) {
        JsonNode list = sent.path(field);
        if (list.isMissingNode()) {
            return now;
        }
        Set<String> texts = new LinkedHashSet<>();
        list.forEach(text -> texts.add(text.isTextual() ? text.asText() : ""));
        boolean wrong = !list.isArray()
                || texts.size() > MOST_CAMERAS
                || texts.stream().anyMatch(text -> text.isEmpty() || text.length() > LONGEST_CAMERA);
        if (wrong) {
            throw ApiException.field(field, "A list of up to " + MOST_CAMERAS + " texts is required.");
        }
        return texts;
    }

    private static @Nullable WebhookHeader header(JsonNode sent, @Nullable WebhookHeader now) {
        JsonNode header = sent.path("header");
        if (header.isMissingNode()) {
            return now;
        }
        if (header.isNull()) {
            return null;
        }
        try {
            return new WebhookHeader(
                    header.path("name").asText(), header.path("value").asText());
        } catch (IllegalArgumentException e) {
            throw ApiException.field("header", "A name that is not ours and a value of printable ASCII are required.");
        }
    }

    private static boolean bool(JsonNode sent, String field, boolean now) {
        JsonNode value = sent.path(field);
        if (value.isMissingNode()) {
            return now;
        }
        if (!value.isBoolean()) {
            throw ApiException.field(field, "Must be a valid boolean.");
        }
        return value.asBoolean();
    }
}
