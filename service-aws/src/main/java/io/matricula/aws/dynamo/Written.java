package io.matricula.aws.dynamo;

/** What became of a conditional write. */
public sealed interface Written {
    /**
     * It was written.
     *
     * @param changed the values that an update changed, as they are now; empty after other writes
     */
    record Done(Item changed) implements Written {}

    /**
     * The condition did not hold, and nothing was changed.
     *
     * @param seen the item that broke it; empty if there is none
     */
    record Refused(Item seen) implements Written {}

    default boolean done() {
        return this instanceof Done;
    }
}
