package io.matricula.service.report;

import java.time.Instant;

/**
 * A report as it is kept.
 *
 * @param at when its number of calls was first told
 */
public record ReportedUsage(UsageReport report, Instant at) {}
