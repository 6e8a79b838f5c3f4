package io.matricula.recognition.region;

/**
 * How much the knowledge of formats weighs against what the reader sees. All values but the trusts are fitted on plates that the reader was not
 * trained on.
 *
 * @param power exponent of the formats' evidence: 0 leaves all readings as they are, 1 takes formats and reader for independent witnesses
 * @param unknown share of plates whose format is not in the list
 * @param chosen share of plates with a text that the owner chose
 * @param lengthPower how far the longer texts of a format with several lengths are the commoner ones: 0 all lengths alike, 1 all texts alike
 * @param commonness exponent of the number of vehicles: 0 takes all countries for equally likely
 * @param visualPower exponent of the region head's probabilities, below 1 if the head is surer than it should be
 * @param visualTrust share of plates for which the region head's classes hold at all
 * @param hintTrust share of plates that come from the regions asked for
 * @param strictTrust the same where the request is strict
 */
public record FormatTuning(
        double power,
        double unknown,
        double chosen,
        double lengthPower,
        double commonness,
        double visualPower,
        double visualTrust,
        double hintTrust,
        double strictTrust) {

    /** The values for the reader of this bundle. */
    public static FormatTuning fitted() {
        return new FormatTuning(0.85, 0.02, 0.07, 0.5, 0.3, 0.75, 0.9, 0.85, 0.99);
    }
}
