package io.matricula.recognition.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of regions with their plate formats, in the order of {@code training/regions.yaml}. Immutable. */
public final class RegionFormats {
    private final Map<String, Region> regions = new LinkedHashMap<>();

    RegionFormats(Collection<Region> regions) {
        regions.forEach(region -> this.regions.put(region.code(), region));
    }

    /** The list that comes with this library. */
    public static RegionFormats load() {
        try (InputStream table = RegionFormats.class.getResourceAsStream("formats.tsv")) {
            if (table == null) {
                throw new IllegalStateException("formats.tsv is not beside " + RegionFormats.class);
            }
            return parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RegionFormats parse(String table) {
        List<Region> regions = new ArrayList<>();
        for (String line : table.lines().toList()) {
            if (!line.startsWith("#")) {
                List<String> columns = List.of(line.split("\t", -1));
                String parent = columns.get(2).isEmpty() ? null : columns.get(2);
                regions.add(new Region(columns.get(0), columns.get(1), parent, columns.subList(3, columns.size())));
            }
        }
        return new RegionFormats(regions);
    }

    /** The region of a code as people write it ({@code US_ca} is {@code us-ca}), or null if there is none. */
    public @Nullable Region find(String code) {
        return regions.get(code.strip().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    public Collection<Region> all() {
        return regions.values();
    }
}
