package io.matricula.recognition.region;

/**
 * How much the knowledge of formats weighs against what the reader sees. All values but the trusts are fitted on plates that the reader was not
 * trained on.
 *
 * @param power exponent of the formats' evidence: 0 leaves all readings as they are, 1 takes formats and reader for independent witnesses
 * @param background share of plates that follow no format: chosen texts, and formats that the list does not have
 * @param switchCost factor for each change between letters and digits after the first in a text without a format; chosen texts rarely alternate
 * @param lengthPower how far the longer texts of a format with several lengths are the commoner ones: 0 all lengths alike, 1 all texts alike
 * @param commonness exponent of the number of vehicles: 0 takes all countries for equally likely
 * @param visualPower exponent of the region head's probabilities, below 1 if the head is surer than it should be
 * @param visualTrust share of plates for which the region head's classes hold at all
 * @param hintTrust share of plates that come from the regions asked for
 * @param strictTrust the same where the request is strict
 */
public record FormatTuning(
        double power,
        double background,
        double switchCost,
        double lengthPower,
        double commonness,
        double visualPower,
        double visualTrust,
        double hintTrust,
        double strictTrust) {

    /** The values for the reader of this bundle. */
    public static FormatTuning fitted() {
        return new FormatTuning(0.7, 0.1, 0.25, 0.5, 0.3, 0.75, 0.9, 0.9, 0.99);
    }
}
