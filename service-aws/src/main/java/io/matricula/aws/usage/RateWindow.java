package io.matricula.aws.usage;

import io.matricula.aws.dynamo.Item;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The second in which an account's calls were last counted, and how many.
 *
 * <p>An item keeps the second, and the count under one of 31 names that follow each other second by second; all other names are
 * removed with each call. So one expression does two things that DynamoDB has no choice between: where the name is there, it adds
 * to the open window, and where it is missing, it starts one. 31 is prime, so that calls at round intervals never meet their own
 * name.
 */
record RateWindow(long second, long count) {
    static final String SECOND = "window_second";
    private static final int SLOTS = 31;
    private static final List<String> NAMES = IntStream.range(0, SLOTS)
            .mapToObj(slot -> String.format("w%02d", slot))
            .toList();
    private static final List<String> ALL_BUT = IntStream.range(0, SLOTS)
            .mapToObj(kept ->
                    NAMES.stream().filter(name -> !name.equals(NAMES.get(kept))).collect(Collectors.joining(", ")))
            .toList();

    static RateWindow of(Item item) {
        long second = item.number(SECOND);
        return new RateWindow(second, item.number(name(second), 0));
    }

    /** Whether a call of a second counts in this window: its own second, or one less by a clock that lags. */
    boolean isOpenAt(long callSecond) {
        return second == callSecond || second == callSecond + 1;
    }

    boolean hasNameOf(long callSecond) {
        return slot(second) == slot(callSecond);
    }

    static String name(long second) {
        return NAMES.get(slot(second));
    }

    static String namesBut(long second) {
        return ALL_BUT.get(slot(second));
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SLOTS);
    }
}
