package io.matricula.bench.accuracy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture whose plates are known.
 *
 * @param image path below the manifest's folder
 * @param complete whether every plate that can be seen is marked; if not, what else is found counts as nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LabelledPicture(
        String image,
        List<TruePlate> plates,
        boolean complete,
        @Nullable String source) {}
