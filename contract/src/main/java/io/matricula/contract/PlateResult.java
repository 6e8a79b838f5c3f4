package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plate in an answer. All fields but the last five are always there.
 *
 * @param plate lower-case letters and digits
 * @param score of the reading, 0..1
 * @param candidates best first and never empty; the first has this plate and score
 * @param dscore of the detection, 0..1
 * @param modelMake one to three, best first; this and the next two only with {@code mmc}
 * @param color one to three, best first
 * @param orientation one to three, best first
 * @param corners top left, top right, bottom right, bottom left as the plate is read; only with {@code detail} {@code full}
 * @param characters in reading order; only with {@code detail} {@code full}
 */
public record PlateResult(
        Box box,
        String plate,
        RegionGuess region,
        VehicleGuess vehicle,
        double score,
        List<Candidate> candidates,
        double dscore,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("model_make") @Nullable
        List<ModelMake> modelMake,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ColorGuess> color,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OrientationGuess> orientation,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Corner> corners,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CharacterGuess> characters) {}
