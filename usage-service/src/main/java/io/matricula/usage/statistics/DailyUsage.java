package io.matricula.usage.statistics;

import io.matricula.contract.DailyStatisticsAnswer;
import io.matricula.contract.DailyStatisticsAnswer.DayCalls;
import io.matricula.http.auth.CallerAuthentication;
import io.matricula.service.access.Permission;
import io.matricula.service.account.Account;
import io.matricula.service.usage.DayCount;
import io.matricula.service.usage.UsageHistory;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Finds the calls of an account's days and writes them as JSON or as a table. */
@ApplicationScoped
class DailyUsage {
    private final CallerAuthentication callers;
    private final UsageHistory history;
    private final Clock clock;

    DailyUsage(CallerAuthentication callers, UsageHistory history, Clock clock) {
        this.callers = callers;
        this.history = history;
        this.clock = clock;
    }

    DailyStatisticsAnswer find(DaysAsked asked, RoutingContext context) {
        Account account = callers.caller(context, Permission.SEE_USAGE).account();
        Instant now = clock.instant();
        Stretch stretch = Stretch.of(asked.from, asked.to, asked.period, account, now);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate last = stretch.last().isAfter(today) ? today : stretch.last();
        List<DayCount> days = history.days(account, stretch.first(), last);
        return new DailyStatisticsAnswer(
                stretch.first().toString(),
                stretch.last().toString(),
                days.stream().mapToLong(DayCount::calls).sum(),
                days.stream()
                        .map(day -> new DayCalls(day.day().toString(), day.calls()))
                        .toList());
    }

    static Response json(DailyStatisticsAnswer answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    static Response csv(DailyStatisticsAnswer answer) {
        var table = new StringBuilder("day,calls\r\n");
        answer.days()
                .forEach(day ->
                        table.append(day.day()).append(',').append(day.calls()).append("\r\n"));
        String name = "matricula-" + answer.from() + "-" + answer.to() + ".csv";
        return Response.ok(table.toString(), "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
