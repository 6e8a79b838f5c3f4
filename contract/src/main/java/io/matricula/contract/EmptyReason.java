package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an answer holds no plate. */
public enum EmptyReason {
    @JsonProperty("no_vehicle")
    NO_VEHICLE,
    @JsonProperty("no_plate")
    NO_PLATE,
    @JsonProperty("too_small")
    TOO_SMALL,
    @JsonProperty("below_threshold")
    BELOW_THRESHOLD,
    @JsonProperty("format_mismatch")
    FORMAT_MISMATCH
}
