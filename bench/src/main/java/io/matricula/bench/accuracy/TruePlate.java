package io.matricula.bench.accuracy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plate as a person marked it.
 *
 * @param box left, top, right, bottom in pixels; null where only the text is known
 * @param text null where nobody could or did read it
 * @param region null where it is not known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TruePlate(
        @Nullable List<Double> box,
        @Nullable String text,
        @Nullable String region) {
    double width() {
        return box == null ? Double.NaN : box.get(2) - box.get(0);
    }
}
