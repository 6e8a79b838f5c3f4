package io.matricula.usage.statistics;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query of a request for days, as it came. */
public class DaysAsked {
    /** First day. */
    @RestQuery
    @Nullable
    String from;

    /** Last day. */
    @RestQuery
    @Nullable
    String to;

    /** In place of both: {@code current}, {@code previous}, or a day of the period. */
    @RestQuery
    @Nullable
    String period;
}
