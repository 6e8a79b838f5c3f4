package io.matricula.service.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The plans on offer, by name, in the order of their file. Immutable. The file's form is described in {@code plans.yaml}. */
public final class PlanCatalogue {
    private static final Set<String> KEYS = Set.of("calls", "per-second", "mmc");
    private static final String SELF_SERVICE = "self-service";
    private final Map<String, Plan> plans;
    private final Set<String> selfService;

    private PlanCatalogue(Map<String, Plan> plans, Set<String> selfService) {
        this.plans = plans;
        this.selfService = selfService;
    }

    /** The plans that come with the program. */
    public static PlanCatalogue builtIn() {
        try (InputStream file = PlanCatalogue.class.getResourceAsStream("plans.yaml")) {
            if (file == null) {
                throw new IllegalStateException("plans.yaml is missing from the program");
            }
            return read(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("plans.yaml can't be read", e);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @throws IllegalArgumentException if it is no such file; the message names every problem
     */
    public static PlanCatalogue read(Reader yaml) {
        Object root;
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            root = new Yaml(new SafeConstructor(options)).load(yaml);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("the plans are not YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof Map<?, ?> entries) || entries.isEmpty()) {
            throw new IllegalArgumentException("the plans must be a map from name to terms");
        }
        return of(entries);
    }

    private static PlanCatalogue of(Map<?, ?> entries) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        Set<String> selfService = new HashSet<>();
        List<String> problems = new ArrayList<>();
        entries.forEach((name, terms) -> {
            try {
                plans.put(name.toString(), plan(name.toString(), terms));
                if (isSelfService(name.toString(), (Map<?, ?>) terms)) {
                    selfService.add(name.toString());
                }
            } catch (IllegalArgumentException e) {
                problems.add(e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return new PlanCatalogue(plans, selfService);
    }

    private static Plan plan(String name, Object terms) {
        if (!(terms instanceof Map<?, ?> map) || !hasRightKeys(map)) {
            throw new IllegalArgumentException(
                    "plan " + name + " must have exactly calls, per-second and mmc, and may have self-service");
        }
        if (map.get("calls") instanceof Integer calls
                && map.get("per-second") instanceof Integer perSecond
                && map.get("mmc") instanceof Boolean mmc) {
            return new Plan(name, calls, perSecond, mmc);
        }
        throw new IllegalArgumentException(
                "plan " + name + ": calls and per-second are whole numbers, mmc is true or false");
    }

    private static boolean hasRightKeys(Map<?, ?> terms) {
        Set<Object> keys = new HashSet<>(terms.keySet());
        keys.remove(SELF_SERVICE);
        return keys.equals(KEYS);
    }

    private static boolean isSelfService(String name, Map<?, ?> terms) {
        Object value = terms.containsKey(SELF_SERVICE) ? terms.get(SELF_SERVICE) : Boolean.FALSE;
        if (value instanceof Boolean offered) {
            return offered;
        }
        throw new IllegalArgumentException("plan " + name + ": self-service is true or false");
    }

    /** The plans that owners may choose by themselves, in the order of their file; the first is that of new accounts. */
    public List<Plan> selfService() {
        return plans.values().stream()
                .filter(plan -> selfService.contains(plan.name()))
                .toList();
    }

    public Optional<Plan> find(String name) {
        return Optional.ofNullable(plans.get(name));
    }

    /** All plans, in the order of their file. */
    public List<Plan> list() {
        return List.copyOf(plans.values());
    }
}
