package io.matricula.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract's OpenAPI document, as it was written and as JSON. */
final class ApiDocument {
    private ApiDocument() {}

    static StaticFile yaml() {
        return StaticFile.of("openapi.yml", read());
    }

    static StaticFile json(ObjectMapper mapper) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(read(), UTF_8));
        try {
            return StaticFile.of("openapi.json", mapper.writeValueAsBytes(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi.yml has no form in JSON", e);
        }
    }

    private static byte[] read() {
        try (InputStream in = Objects.requireNonNull(ApiError.class.getResourceAsStream("openapi.yml"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
