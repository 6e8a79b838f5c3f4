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
        return new RegionFormats(table.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> region(line.split("\t", -1)))
                .toList());
    }

    private static Region region(String[] columns) {
        List<Region.Format> formats = new ArrayList<>();
        for (int at = 4; at < columns.length; at += 2) {
            formats.add(new Region.Format(Double.parseDouble(columns[at]), columns[at + 1]));
        }
        String parent = columns[2].isEmpty() ? null : columns[2];
        return new Region(columns[0], columns[1], parent, Double.parseDouble(columns[3]), formats);
    }

    /** The region of a code as people write it ({@code US_ca} is {@code us-ca}), or null if there is none. */
    public @Nullable Region find(String code) {
        return regions.get(code.strip().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** All regions, in the order of the list. */
    public Collection<Region> all() {
        return regions.values();
    }
}
