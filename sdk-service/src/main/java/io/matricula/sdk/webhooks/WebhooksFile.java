package io.matricula.sdk.webhooks;

import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.service.webhook.WebhookSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The file {@code webhooks.yaml} of the state folder: a list, each entry with {@code target} and, as wanted, {@code image} (none, original,
 * vehicle), {@code header} ("Name: value"), {@code cameras}, {@code regions}, {@code only-with-plates}.
 */
public final class WebhooksFile {
    private static final Set<String> KEYS =
            Set.of("target", "image", "header", "cameras", "regions", "only-with-plates");

    private WebhooksFile() {}

    /**
     * The settings in a file; none if there is no file.
     *
     * @throws IllegalArgumentException if it can't be understood; the message names the entry
     */
    public static List<WebhookSettings> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("can't read " + file + ": " + e.getMessage(), e);
        }
    }

    static List<WebhookSettings> parse(String yaml) {
        Object root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("webhooks.yaml is no YAML: " + e.getMessage(), e);
        }
        if (root == null) {
            return List.of();
        }
        if (!(root instanceof List<?> entries)) {
            throw new IllegalArgumentException("webhooks.yaml must be a list of webhooks");
        }
        var settings = new ArrayList<WebhookSettings>();
        for (Object entry : entries) {
            settings.add(entry(entry, settings.size() + 1));
        }
        return settings;
    }

    private static WebhookSettings entry(Object entry, int number) {
        if (!(entry instanceof Map<?, ?> map) || !KEYS.containsAll(map.keySet())) {
            throw wrong(
                    number,
                    "its keys are " + String.join(", ", KEYS.stream().sorted().toList()));
        }
        try {
            var filter = new WebhookFilter(
                    texts(map.get("cameras")),
                    texts(map.get("regions")),
                    Boolean.TRUE.equals(map.get("only-with-plates")));
            return new WebhookSettings(
                    target(map.get("target")), image(map.get("image")), filter, header(map.get("header")), true);
        } catch (IllegalArgumentException e) {
            throw wrong(number, String.valueOf(e.getMessage()));
        }
    }

    private static IllegalArgumentException wrong(int number, String why) {
        return new IllegalArgumentException("webhooks.yaml, webhook " + number + ": " + why);
    }

    private static URI target(@Nullable Object text) {
        URI target = URI.create(String.valueOf(text));
        String scheme = String.valueOf(target.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || target.getHost() == null) {
            throw new IllegalArgumentException("target must be an http or https address");
        }
        return target;
    }

    private static ImageType image(@Nullable Object name) {
        return name == null ? ImageType.NONE : ImageType.valueOf(name.toString().toUpperCase(Locale.ROOT));
    }

    private static @Nullable WebhookHeader header(@Nullable Object line) {
        if (line == null) {
            return null;
        }
        String[] parts = line.toString().split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("header must be \"Name: value\"");
        }
        return new WebhookHeader(parts[0].strip(), parts[1].strip());
    }

    private static Set<String> texts(@Nullable Object list) {
        if (list == null) {
            return Set.of();
        }
        if (!(list instanceof List<?> texts)) {
            throw new IllegalArgumentException("cameras and regions are lists");
        }
        return texts.stream().map(String::valueOf).collect(Collectors.toSet());
    }
}
