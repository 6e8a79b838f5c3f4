package io.matricula.recognition;

/**
 * Maps the probability that a text is right, if its box shows a plate, to the score that is told.
 *
 * <p>A doubtful box makes its text doubtful: of the held-out scenes' boxes, next to none with a detection score under 0.3 is a plate, half of those at 0.5, and
 * nearly all from 0.7 on. What is left is stretched below 0.9, so that the service's default threshold 0.6 lies where an answer begins to be
 * worth more than none. On held-out scenes the scores are then nearer to the share of right texts than the probabilities are, which are too low there.
 *
 * @param plate probability 0..1 that the box shows a plate
 */
record ReadingScale(double plate) {
    private static final double SURE_DETECTION = 0.7;

    /** Below it more boxes that are no plates come in than right texts. */
    private static final double WORTH_TELLING = 0.15;

    private static final double DEFAULT_THRESHOLD = 0.6;
    private static final double SURE_READING = 0.9;

    /** @param detectionScore 0..1 as the service tells it */
    static ReadingScale of(double detectionScore) {
        double share = Math.min(1, detectionScore / SURE_DETECTION);
        return new ReadingScale(share * share);
    }

    /** @param probability 0..1 that the text is right if the box shows a plate */
    double score(double probability) {
        double right = probability * plate;
        if (right >= SURE_READING) {
            return right;
        }
        if (right < WORTH_TELLING) {
            return right / WORTH_TELLING * DEFAULT_THRESHOLD;
        }
        double share = (right - WORTH_TELLING) / (SURE_READING - WORTH_TELLING);
        return DEFAULT_THRESHOLD + share * (SURE_READING - DEFAULT_THRESHOLD);
    }
}
