package io.matricula.infra.cost;

/**
 * What a worker runs on, and what it can do.
 *
 * @param hourUsd what it costs
 * @param picturesPerSecond what it reads when it has nothing else to do
 */
record Worker(String name, double hourUsd, double picturesPerSecond) {
    /** Half of what a worker can do: the rest is for the moments when many come at once. */
    private static final double USED = 0.5;

    /** How many are there, on average over a month, for so many pictures each second. */
    double count(double picturesEachSecond, int least) {
        return Math.max(least, picturesEachSecond / (picturesPerSecond * USED));
    }

    /** From how many pictures a second on this would be cheaper than another, for each picture. */
    double cheaperThan(Worker other) {
        return hourUsd / other.hourUsd * other.picturesPerSecond;
    }
}
