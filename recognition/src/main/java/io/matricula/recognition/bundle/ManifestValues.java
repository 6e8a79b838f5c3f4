package io.matricula.recognition.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The keys of a manifest, each read as what it has to be; notes what it is not, and which keys nobody has read. */
final class ManifestValues {
    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> problems;

    ManifestValues(byte[] utf8, List<String> problems) {
        this.problems = problems;
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(utf8, StandardCharsets.UTF_8)));
            properties
                    .stringPropertyNames()
                    .forEach(key -> values.put(key, properties.getProperty(key).trim()));
        } catch (IOException | IllegalArgumentException e) {
            problems.add("manifest.properties is no properties file: " + e.getMessage());
        }
    }

    /** Notes the keys that nobody has asked for. */
    void complainOfUnknown() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                problems.add("unknown key " + key);
            }
        }
    }

    /** Takes keys as known that nothing depends on. */
    void pass(Set<String> keys) {
        known.addAll(keys);
    }

    /** All keys that begin with one of these, as they stand. */
    Map<String, String> startingWith(String... prefixes) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (Stream.of(prefixes).anyMatch(key::startsWith)) {
                found.put(key, value);
                known.add(key);
            }
        });
        return Map.copyOf(found);
    }

    /** Notes a problem of the reader's own. */
    void complain(String problem) {
        problems.add(problem);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        known.add(key);
        String value = values.getOrDefault(key, "");
        if (value.isEmpty()) {
            problems.add("key " + key + " is missing or empty");
        }
        return value;
    }

    List<String> list(String key) {
        String value = text(key);
        List<String> items = value.isEmpty() ? List.of() : List.of(value.split(",", -1));
        if (items.contains("") || new HashSet<>(items).size() < items.size()) {
            problems.add(key + " holds an item that is empty or there twice");
        }
        return items;
    }

    List<Integer> integers(String key, int least, int most, List<Integer> otherwise) {
        known.add(key);
        if (!has(key)) {
            return otherwise;
        }
        List<Integer> numbers = new ArrayList<>();
        for (String item : list(key)) {
            numbers.add(integer(key, item, least, most));
        }
        return List.copyOf(numbers);
    }

    int integer(String key, int least, int most) {
        return integer(key, text(key), least, most);
    }

    private int integer(String key, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        complain(key, value, "a whole number from " + least + " to " + most);
        return least;
    }

    double share(String key) {
        return decimal(key, 0, 1);
    }

    double decimal(String key, double least, double most) {
        String value = text(key);
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        complain(key, value, "a number from " + least + " to " + most);
        return least;
    }

    private void complain(String key, String value, String wanted) {
        if (!value.isEmpty()) {
            problems.add(key + " is " + value + ", not " + wanted);
        }
    }
}
