package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult;
import io.matricula.service.usage.CountResult.Verdict;
import io.matricula.service.usage.Counting;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Counted calls in SQLite. Safe for concurrent use. */
final class SqliteUsageStore implements UsageStore {
    /** ?1 account, ?2 period, ?3 second, ?4 calls a period, ?5 calls a second; DAY is the day's column. */
    private static final String COUNT = """
            INSERT INTO usage (account, period_start, calls, window_second, window_count, DAY)
            SELECT ?1, ?2, 1, ?3, 1, 1 WHERE ?4 > 0
            ON CONFLICT (account, period_start) DO UPDATE SET
                calls = calls + 1,
                DAY = DAY + 1,
                window_second = CASE WHEN window_second IN (?3, ?3 + 1) THEN window_second ELSE ?3 END,
                window_count = CASE WHEN window_second IN (?3, ?3 + 1) THEN window_count + 1 ELSE 1 END
            WHERE calls < ?4 AND (?5 = 0 OR window_second NOT IN (?3, ?3 + 1) OR window_count < ?5)
            RETURNING calls""";

    private static final String GIVE_BACK = """
            UPDATE usage SET calls = max(0, calls - 1), DAY = max(0, DAY - 1)
            WHERE account = ? AND period_start = ?""";

    private static final String CALLS = "SELECT calls FROM usage WHERE account = ? AND period_start = ?";
    private static final String PERIOD = "SELECT * FROM usage WHERE account = ? AND period_start = ?";
    private static final String TOTAL = "SELECT coalesce(sum(calls), 0) FROM usage WHERE account = ?";
    private static final List<String> COUNT_ON_DAY = onEachDay(COUNT);
    private static final List<String> GIVE_BACK_ON_DAY = onEachDay(GIVE_BACK);

    private final SqliteDatabase database;

    SqliteUsageStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public CountResult count(Call call, Plan plan) {
        return database.write(session -> count(session, call, plan));
    }

    @Override
    public Counting begin(Call call, Plan plan) {
        var pending = database.begin(session -> count(session, call, plan));
        return new Counting(pending.result(), pending::onDisk);
    }

    private static CountResult count(SqliteSession session, Call call, Plan plan) throws SQLException {
        Optional<Long> counted = session.first(
                COUNT_ON_DAY.get(call.day() - 1),
                row -> row.getLong(1),
                call.account().value(),
                call.period().start().toString(),
                call.at().getEpochSecond(),
                plan.callsPerPeriod(),
                plan.perSecond());
        return counted.isPresent() ? new CountResult(Verdict.COUNTED, counted.get()) : refusal(session, call, plan);
    }

    private static CountResult refusal(SqliteSession session, Call call, Plan plan) throws SQLException {
        long calls = session.first(
                        CALLS,
                        row -> row.getLong(1),
                        call.account().value(),
                        call.period().start().toString())
                .orElse(0L);
        return new CountResult(calls < plan.callsPerPeriod() ? Verdict.TOO_FAST : Verdict.QUOTA_USED_UP, calls);
    }

    @Override
    public void giveBack(Call call) {
        database.write(session -> session.update(
                GIVE_BACK_ON_DAY.get(call.day() - 1),
                call.account().value(),
                call.period().start().toString()));
    }

    @Override
    public PeriodUsage find(AccountId account, UsagePeriod period) {
        return database.read(session -> session.first(
                        PERIOD,
                        row -> usage(row, period),
                        account.value(),
                        period.start().toString())
                .orElseGet(() -> new PeriodUsage(period, 0, Collections.nCopies(period.days(), 0L))));
    }

    @Override
    public long totalCalls(AccountId account) {
        return database.read(session ->
                session.first(TOTAL, row -> row.getLong(1), account.value()).orElse(0L));
    }

    private static PeriodUsage usage(ResultSet row, UsagePeriod period) throws SQLException {
        Long[] days = new Long[period.days()];
        for (int day = 1; day <= days.length; day++) {
            days[day - 1] = row.getLong(dayColumn(day));
        }
        return new PeriodUsage(period, row.getLong("calls"), List.of(days));
    }

    private static List<String> onEachDay(String sql) {
        return IntStream.rangeClosed(1, UsagePeriod.MAX_DAYS)
                .mapToObj(day -> sql.replace("DAY", dayColumn(day)))
                .toList();
    }

    private static String dayColumn(int day) {
        return day < 10 ? "d0" + day : "d" + day;
    }
}
