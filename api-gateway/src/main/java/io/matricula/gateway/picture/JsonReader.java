package io.matricula.gateway.picture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.http.errors.ApiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads a JSON object: texts as they are, lists of texts as repeated fields, anything else as its JSON. */
final class JsonReader {
    private final ObjectMapper mapper;

    /** A reader for bodies up to {@code maxBody} bytes, one string of which may take up nearly all. */
    JsonReader(int maxBody) {
        var constraints = StreamReadConstraints.builder()
                .maxStringLength(maxBody)
                .maxNestingDepth(50)
                .build();
        mapper = new ObjectMapper(
                JsonFactory.builder().streamReadConstraints(constraints).build());
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    void read(byte[] body, SubmissionBuilder into) {
        JsonNode root = parse(body);
        if (!root.isObject()) {
            throw ApiException.noJsonObject();
        }
        root.properties().forEach(field -> take(field.getKey(), field.getValue(), into));
    }

    private JsonNode parse(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            throw ApiException.noJson();
        }
    }

    /** Adds a field with its value, or its values. */
    static void take(String name, JsonNode value, SubmissionBuilder into) {
        if (value.isNull()) {
            return;
        }
        if (value.isArray()) {
            value.forEach(element -> into.text(name, text(element)));
        } else {
            into.text(name, text(value));
        }
    }

    private static byte[] text(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
