package io.matricula.recognition.region;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the classes of a reader's region head stand for: a region with its states, a group of countries, or nothing known. */
final class RegionGroups {
    private static final Map<String, Set<String>> GROUPS = Map.of(
            "eu",
            Set.of(
                    "ad", "al", "at", "ba", "be", "bg", "by", "ch", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr",
                    "gb", "gr", "hr", "hu", "ie", "is", "it", "li", "lt", "lu", "lv", "mc", "md", "me", "mk", "mt",
                    "nl", "no", "pl", "pt", "ro", "rs", "se", "si", "sk", "sm", "ua", "va", "xk"),
            "mercosur",
            Set.of("ar", "br", "py", "uy"),
            "us-vanity",
            Set.of("us"));

    private RegionGroups() {}

    /** Indices of the regions that a class stands for; all if the class is none that we know ({@code unknown}, {@code two-row}). */
    static int[] members(String regionClass, List<Region> regions) {
        String code = regionClass.toLowerCase(Locale.ROOT);
        Set<String> codes = GROUPS.getOrDefault(code, Set.of(code));
        int[] members = indices(regions, region -> codes.stream().anyMatch(region::isWithin));
        return members.length > 0 ? members : indices(regions, any -> true);
    }

    private static int[] indices(List<Region> regions, java.util.function.Predicate<Region> wanted) {
        return java.util.stream.IntStream.range(0, regions.size())
                .filter(index -> wanted.test(regions.get(index)))
                .toArray();
    }
}
