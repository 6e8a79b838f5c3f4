package io.matricula.bench.kill;

/**
 * What was seen of one process from its start to its kill.
 *
 * @param answered calls whose good answer the clients have
 * @param inFlight calls that were sent and got no answer
 * @param counted by how much the counter rose
 */
record Segment(long answered, long inFlight, long counted) {
    /** Whether the counter is that of the answered calls and, at most, of those in flight. */
    boolean right() {
        return counted >= answered && counted <= answered + inFlight;
    }
}
