package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a vehicle: one to three values each, best first, and only with {@code mmc}. */
@JsonInclude(Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record VehicleProps(
        @Nullable List<ModelMake> makeModel,
        @Nullable List<PropGuess> orientation,
        @Nullable List<PropGuess> color) {
    /** Without {@code mmc}. */
    public static final VehicleProps NONE = new VehicleProps(null, null, null);
}
