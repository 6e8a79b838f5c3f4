package io.matricula.recognition.detect;

/**
 * Maps a network's score so that the threshold of its own evaluation becomes 0.2, the service's default; 0 and 1 stay. So the default means the
 * same after each training.
 */
record ScoreScale(double threshold) {
    private static final double DEFAULT = 0.2;

    double outward(double score) {
        if (score < threshold) {
            return score / threshold * DEFAULT;
        }
        return threshold >= 1 ? score : DEFAULT + (score - threshold) / (1 - threshold) * (1 - DEFAULT);
    }
}
