package io.matricula.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.infra.settings.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * Gives tests what CDK makes of each environment: synthesised once, when it is first asked for. Skips them with a line where Node,
 * which CDK runs on, is missing.
 */
public final class Clouds {
    static final String ACCOUNT = "111122223333";
    private static final Path TARGET = Path.of("target", "cdk");

    private final Map<String, Cloud> synthesised = new HashMap<>();

    /** Both environments. */
    public List<Cloud> all() {
        return List.of(dev(), prod());
    }

    public Cloud dev() {
        return cloud("dev");
    }

    public Cloud prod() {
        return cloud("prod");
    }

    private synchronized Cloud cloud(String environment) {
        boolean here = nodeIsHere();
        if (!here && synthesised.isEmpty()) {
            System.out.println("infra: tests SKIPPED, Node is missing");
        }
        Assumptions.assumeTrue(here, "Node is missing");
        return synthesised.computeIfAbsent(environment, Clouds::synthesise);
    }

    private static boolean nodeIsHere() {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder ->
                        Files.isExecutable(Path.of(folder, "node")) || Files.isExecutable(Path.of(folder, "node.exe")));
    }

    private static Cloud synthesise(String environment) {
        try {
            var installation = installation(environment);
            Path out = TARGET.resolve(environment);
            var app = new App(AppProps.builder()
                    .outdir(out.toString())
                    .analyticsReporting(false)
                    .build());
            CloudApp.build(app, installation);
            app.synth();
            return new Cloud(
                    installation,
                    templates(out, installation),
                    new ObjectMapper()
                            .readTree(out.resolve("validation-report.json").toFile()),
                    new ObjectMapper().readTree(out.resolve("manifest.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Installation installation(String environment) throws IOException {
        Map<String, String> context = new HashMap<>(Map.of(
                "name",
                "acme",
                "environment",
                environment,
                "account",
                ACCOUNT,
                "sender",
                "plates@acme.example",
                "alarmsTo",
                "operator@acme.example",
                "workerTag",
                "1.0.0",
                "lambdas",
                lambdas().toString(),
                "sizes",
                "environments.json"));
        if (environment.equals("prod")) {
            context.put("domain", "api.acme.example");
            context.put("certificate", "arn:aws:acm:us-east-1:" + ACCOUNT + ":certificate/1");
        }
        return Installation.read(context::get);
    }

    /** Packages that are none: what is deployed is put in by its path, and so needs not be built to look at the stacks. */
    private static Path lambdas() throws IOException {
        Path folder = TARGET.resolve("lambda");
        for (String name : List.of("gateway", "usage", "webhooks")) {
            Path zip = folder.resolve(name).resolve("target/function.zip");
            Files.createDirectories(zip.getParent());
            try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
                out.putNextEntry(new ZipEntry(name));
            }
        }
        Files.copy(
                Path.of("..", "lambda", "usage", "scheduled-event.json"),
                folder.resolve("usage").resolve("scheduled-event.json"),
                StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    private static Map<String, JsonNode> templates(Path out, Installation installation) throws IOException {
        Map<String, JsonNode> templates = new TreeMap<>();
        try (var files = Files.list(out)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(installation.prefix()) && name.endsWith(".template.json")) {
                    String stack = name.substring(installation.prefix().length(), name.indexOf('.'));
                    templates.put(stack, new ObjectMapper().readTree(file.toFile()));
                }
            }
        }
        return templates;
    }

    /**
     * One environment's templates, by the stack's name.
     *
     * @param findings what CDK's own check against CloudFormation's schema says
     * @param manifest what CDK's command line is told
     */
    public record Cloud(
            Installation installation, Map<String, JsonNode> templates, JsonNode findings, JsonNode manifest) {
        /** All resources of a type, of all stacks. */
        List<Resource> all(String type) {
            return resources().stream()
                    .filter(resource -> resource.type().equals(type))
                    .toList();
        }

        /** The properties of all resources of a type in a stack. */
        List<JsonNode> in(String stack, String type) {
            return all(type).stream()
                    .filter(resource -> resource.stack().equals(stack))
                    .map(Resource::properties)
                    .toList();
        }

        List<Resource> resources() {
            List<Resource> all = new ArrayList<>();
            templates.forEach((stack, template) -> template.get("Resources")
                    .properties()
                    .forEach(entry -> all.add(new Resource(stack, entry.getKey(), entry.getValue()))));
            return all;
        }
    }

    /** One resource of a template. */
    record Resource(String stack, String id, JsonNode json) {
        String type() {
            return json.get("Type").asText();
        }

        JsonNode properties() {
            return json.path("Properties");
        }

        @Override
        public String toString() {
            return stack + "/" + id;
        }
    }

    /** Hands the clouds to test methods. */
    public static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Clouds.class;
        }

        @Override
        public Clouds resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Clouds.class))
                    .computeIfAbsent(Clouds.class, same -> new Clouds(), Clouds.class);
        }
    }
}
