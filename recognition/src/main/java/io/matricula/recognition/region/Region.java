package io.matricula.recognition.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory, or a state of one.
 *
 * @param code lower case with a dash, such as {@code fr} or {@code us-ca}
 * @param parent code of the country that a state belongs to; null for countries
 * @param patterns regular expressions, to be matched in full against upper-case texts without separators; empty if none are known
 */
public record Region(String code, String name, @Nullable String parent, List<String> patterns) {
    public Region {
        patterns = List.copyOf(patterns);
    }
}
