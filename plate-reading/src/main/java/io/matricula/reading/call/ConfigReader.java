package io.matricula.reading.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.matricula.contract.RecognitionRequest.Mode;
import io.matricula.http.errors.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the field {@code config}. Keys that are not ours are passed over; of ours, a value of the wrong type ends the call, and a
 * word that means nothing is passed over with a warning.
 */
@ApplicationScoped
class ConfigReader {
    private static final double THRESHOLD_D = 0.2;
    private static final double THRESHOLD_O = 0.6;
    private static final int MAX_FORMATS = 50;
    private static final int MAX_FORMAT = 200;

    private final ObjectReader json;

    ConfigReader(ObjectMapper json) {
        this.json = json.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    EngineConfig read(Optional<String> text, List<String> warnings) {
        JsonNode config = text.map(this::parse).orElseGet(ConfigReader::nothing);
        return new EngineConfig(
                word(config, "region", Set.of("strict"), warnings).equals("strict"),
                threshold(config, "threshold_d", THRESHOLD_D),
                threshold(config, "threshold_o", THRESHOLD_O),
                mode(word(config, "mode", Set.of("normal", "fast", "redaction"), warnings)),
                textFormats(config),
                word(config, "detection_rule", Set.of("strict"), warnings).equals("strict"),
                word(config, "detection_mode", Set.of("plate", "vehicle"), warnings)
                        .equals("vehicle"),
                word(config, "detail", Set.of("full"), warnings).equals("full"));
    }

    private JsonNode parse(String text) {
        try {
            JsonNode config = json.readTree(text);
            if (config.isNull()) {
                return nothing();
            }
            if (config.isObject()) {
                return config;
            }
        } catch (JsonProcessingException e) {
            // Refused below: for the client both are the same mistake.
        }
        throw ApiException.field("config", "Value must be a valid JSON object.");
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The value of a key that takes words, lower case; empty if it is not there or none of the known ones. */
    private static String word(JsonNode config, String key, Set<String> known, List<String> warnings) {
        JsonNode value = value(config, key).orElse(null);
        if (value == null) {
            return "";
        }
        if (!value.isTextual()) {
            throw wrong(key, "Not a valid string.");
        }
        String word = value.textValue().strip().toLowerCase(Locale.ROOT);
        if (!known.contains(word)) {
            warnings.add("config." + key + " has a value that is not known and was ignored");
            return "";
        }
        return word;
    }

    private static double threshold(JsonNode config, String key, double standard) {
        JsonNode value = value(config, key).orElse(null);
        if (value == null) {
            return standard;
        }
        double threshold = value.isNumber() ? value.doubleValue() : number(value);
        if (!(threshold >= 0 && threshold <= 1)) {
            throw wrong(key, "A number from 0 to 1 is required.");
        }
        return threshold;
    }

    private static double number(JsonNode value) {
        try {
            return value.isTextual() ? Double.parseDouble(value.textValue()) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Mode mode(String word) {
        return switch (word) {
            case "fast" -> Mode.FAST;
            case "redaction" -> Mode.REDACTION;
            default -> Mode.NORMAL;
        };
    }

    private static List<String> textFormats(JsonNode config) {
        JsonNode value = value(config, "text_formats").orElse(null);
        var formats = new ArrayList<String>();
        if (value != null && value.isTextual()) {
            formats.add(format(value));
        } else if (value != null && value.isArray() && value.size() <= MAX_FORMATS) {
            value.forEach(element -> formats.add(format(element)));
        } else if (value != null) {
            throw wrong("text_formats", "A list of at most " + MAX_FORMATS + " strings is required.");
        }
        return List.copyOf(formats);
    }

    private static String format(@Nullable JsonNode value) {
        String format = value == null ? null : value.textValue();
        if (format == null || format.length() > MAX_FORMAT) {
            throw wrong("text_formats", "Each element must be a string of at most " + MAX_FORMAT + " characters.");
        }
        return format;
    }

    private static Optional<JsonNode> value(JsonNode config, String key) {
        return Optional.ofNullable(config.get(key)).filter(value -> !value.isNull());
    }

    private static ApiException wrong(String key, String problem) {
        return ApiException.field("config", key + ": " + problem);
    }
}
