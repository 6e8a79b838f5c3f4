package io.matricula.service.usage;

import java.time.LocalDate;

/** The calls of one UTC day, counted and not given back. */
public record DayCount(LocalDate day, long calls) {}
