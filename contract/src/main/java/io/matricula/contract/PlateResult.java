package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plate in an answer. All fields but the last two are always there.
 *
 * @param plate lower-case letters and digits
 * @param score of the reading, 0..1
 * @param candidates best first and never empty; the first has this plate and score
 * @param dscore of the detection, 0..1
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Corner> corners,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CharacterGuess> characters) {}
