package io.matricula.reading.picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought: a picture or the address of one, and its other fields.
 *
 * @param picture null if an address was given
 * @param uploadUrl null if a picture was given
 * @param fields texts by name, in the order they came; JSON values that are no text stand as JSON
 */
public record Submission(
        @Nullable Picture picture, @Nullable String uploadUrl, Map<String, List<String>> fields) {
    /** All texts of a field; empty if it did not come. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The last text of a field, without blanks around it; empty if it did not come or is blank. */
    public Optional<String> last(String name) {
        List<String> texts = all(name);
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.get(texts.size() - 1).strip()).filter(text -> !text.isEmpty());
    }
}
