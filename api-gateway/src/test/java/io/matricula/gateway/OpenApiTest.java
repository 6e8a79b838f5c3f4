package io.matricula.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.matricula.contract.ApiError;
import io.matricula.contract.EmptyReason;
import io.matricula.contract.PlateReaderAnswer;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code equal to {@code openapi.yml}, and the golden answers to its schemas. */
class OpenApiTest {
    private static final String PACKAGE = "io.matricula.contract.";
    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode api = read();

    @Test
    void routes_ofAllResources_areThoseOfTheContract() {
        var served = new TreeSet<String>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.matricula.gateway", "io.matricula.usage", "io.matricula.sdk")) {
            if (resource.isAnnotatedWith(Path.class)) {
                served.addAll(routes(resource.reflect()));
            }
        }
        var described = new TreeSet<String>();
        api.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> !operation.getValue().path("x-planned").asBoolean())
                .forEach(operation -> described.add(operation.getKey() + " " + withSlash(path.getKey()))));
        assertThat(served).isEqualTo(described);
    }

    private static Set<String> routes(Class<?> resource) {
        var routes = new TreeSet<String>();
        for (Method method : resource.getMethods()) {
            Path below = method.getAnnotation(Path.class);
            String path = resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(http -> http != null)
                    .forEach(http -> routes.add(http.value().toLowerCase(Locale.ROOT) + " " + withSlash(path)));
        }
        return routes;
    }

    /** Every path is served with and without its last slash, and may be described either way. */
    private static String withSlash(String path) {
        return path.replaceAll("/+", "/").replaceAll("/$", "") + "/";
    }

    @ParameterizedTest
    @MethodSource("records")
    void fields_ofEveryRecordOnTheWire_areThoseOfTheContract(Class<?> wire) {
        JsonNode schema = api.at("/components/schemas/" + wire.getSimpleName());
        var described = new TreeSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        var written = new TreeSet<String>();
        json.getSerializationConfig()
                .introspect(json.constructType(wire))
                .findProperties()
                .forEach(property -> written.add(property.getName()));
        written.remove("fields"); // of ErrorAnswer: written under the names of the request's fields
        assertThat(described).isEqualTo(written);
    }

    /** The records that answers are made of, from the outermost in. */
    static Stream<Class<?>> records() throws ClassNotFoundException {
        var found = new ArrayList<Class<?>>();
        for (String outer : List.of(
                "PlateReaderAnswer",
                "VehicleReaderAnswer",
                "StatisticsAnswer",
                "DailyStatisticsAnswer",
                "WebhooksAnswer",
                "DeliveriesAnswer",
                "DeadLettersAnswer",
                "EventAnswer",
                "RedriveAnswer",
                "InfoAnswer",
                "SdkWebhooksAnswer",
                "JobAnswer",
                "BatchAnswer",
                "BatchResult",
                "UploadRequest",
                "UploadAnswer",
                "ErrorAnswer")) {
            collect(Class.forName(PACKAGE + outer), found);
        }
        for (JavaClass wire : new ClassFileImporter().importPackages(PACKAGE + "account", PACKAGE + "installation")) {
            collect(wire.reflect(), found);
        }
        assertThat(found).contains(PlateReaderAnswer.class).hasSizeGreaterThan(10);
        return found.stream();
    }

    private static void collect(Type type, List<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        } else if (type instanceof Class<?> wire && wire.isRecord() && !found.contains(wire)) {
            found.add(wire);
            Arrays.stream(wire.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(component -> collect(component, found));
        }
    }

    @Test
    void reasons_areThoseOfTheContract() throws IOException {
        var described = new TreeSet<String>();
        api.at("/components/schemas/EmptyReason/enum").forEach(name -> described.add(name.asText()));
        var written = new TreeSet<String>();
        for (EmptyReason reason : EmptyReason.values()) {
            written.add(json.valueToTree(reason).asText());
        }
        assertThat(written).isEqualTo(described);
    }

    @Test
    void statuses_ofPlateReader_areThoseOfTheCatalogue() {
        var described = new TreeSet<String>();
        api.at("/paths/~1v1~1plate-reader~1/post/responses").fieldNames().forEachRemaining(described::add);
        var possible = new TreeSet<>(Set.of("201", "202"));
        for (ApiError error : ApiError.values()) {
            possible.add(String.valueOf(error.status()));
        }
        // 404, 405 and 411 belong to no operation that takes pictures; 414 and 431 are given before any path is known.
        possible.removeAll(Set.of("404", "405", "411", "414", "431"));
        assertThat(described).isEqualTo(possible);
    }

    @Test
    void answers_inTheGoldenFiles_haveAllFieldsAndNoOthers() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(java.nio.file.Path.of("..", "contract", "golden"))) {
            List<java.nio.file.Path> answers =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(answers).hasSizeGreaterThan(70);
            for (java.nio.file.Path file : answers) {
                JsonNode body = json.readTree(Files.readString(file)).path("body");
                String schema = body.has("results")
                        ? body.path("version").asInt() == 2 ? "VehicleReaderAnswer" : "PlateReaderAnswer"
                        : body.has("usage") ? "StatisticsAnswer" : "ErrorAnswer";
                if (!body.isNull()) {
                    check(body, api.at("/components/schemas/" + schema), file + ":");
                }
            }
        }
    }

    /** As much of JSON Schema as the contract uses. */
    private void check(JsonNode value, JsonNode schema, String where) {
        if (schema.has("$ref")) {
            check(value, api.at(schema.get("$ref").asText().substring(1)), where);
        } else if (value.isNull()) {
            assertThat(schema.path("nullable").asBoolean()).as(where).isTrue();
        } else if (schema.has("allOf")) {
            check(value, schema.at("/allOf/0"), where);
        } else {
            checkType(value, schema, where);
        }
    }

    private void checkType(JsonNode value, JsonNode schema, String where) {
        switch (schema.path("type").asText()) {
            case "object" -> {
                schema.path("required").forEach(name -> assertThat(value.has(name.asText()))
                        .as(where + name)
                        .isTrue());
                value.properties().forEach(field -> {
                    JsonNode known = schema.path("properties").path(field.getKey());
                    check(
                            field.getValue(),
                            known.isMissingNode() ? schema.path("additionalProperties") : known,
                            where + "/" + field.getKey());
                });
            }
            case "array" -> value.forEach(element -> check(element, schema.path("items"), where + "[]"));
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "number" -> assertThat(value.isNumber()).as(where).isTrue();
            case "string" -> assertThat(value.isTextual()).as(where).isTrue();
            default -> throw new AssertionError(where + " is not in the contract");
        }
    }

    private static JsonNode read() {
        try (InputStream yaml = PlateReaderAnswer.class.getResourceAsStream("openapi.yml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
