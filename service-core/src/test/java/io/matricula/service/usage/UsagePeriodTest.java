package io.matricula.service.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsagePeriodTest {
    private static final int CASES = 20_000;

    @ParameterizedTest
    @CsvSource({
        // ordinary days
        "2018-12-14, 2018-12-20T08:00:00Z, 2018-12-14, 2019-01-14",
        "2018-12-14, 2019-01-13T23:59:59.999999999Z, 2018-12-14, 2019-01-14",
        "2018-12-14, 2019-01-14T00:00:00Z, 2019-01-14, 2019-02-14",
        "2026-03-01, 2026-03-31T23:59:59Z, 2026-03-01, 2026-04-01",
        // day 31 in shorter months, and its return
        "2026-01-31, 2026-01-31T00:00:00Z, 2026-01-31, 2026-02-28",
        "2026-01-31, 2026-02-27T23:59:59Z, 2026-01-31, 2026-02-28",
        "2026-01-31, 2026-02-28T00:00:00Z, 2026-02-28, 2026-03-31",
        "2026-01-31, 2026-03-30T23:59:59Z, 2026-02-28, 2026-03-31",
        "2026-01-31, 2026-04-30T00:00:00Z, 2026-04-30, 2026-05-31",
        // leap years
        "2026-01-31, 2028-02-28T12:00:00Z, 2028-01-31, 2028-02-29",
        "2026-01-31, 2028-02-29T00:00:00Z, 2028-02-29, 2028-03-31",
        "2024-02-29, 2025-02-28T00:00:00Z, 2025-02-28, 2025-03-29",
        "2024-02-29, 2028-02-29T00:00:00Z, 2028-02-29, 2028-03-29",
        "2023-08-30, 2100-02-28T00:00:00Z, 2100-02-28, 2100-03-30",
        "2023-08-29, 2000-02-29T00:00:00Z, 2000-02-29, 2000-03-29",
        // a clock that is behind the sign-up
        "2026-03-15, 2026-03-14T23:00:00Z, 2026-02-15, 2026-03-15",
    })
    void containing_knownDates_isThePeriod(LocalDate anchor, Instant instant, LocalDate start, LocalDate end) {
        assertThat(UsagePeriod.containing(instant, anchor)).isEqualTo(new UsagePeriod(start, end));
    }

    @Test
    void containing_anyInstantAndAnchor_containsItAndStartsOnTheAnchorsDay() {
        var random = new Random(20261122);
        for (int i = 0; i < CASES; i++) {
            LocalDate anchor = day(random);
            Instant instant = instant(random);
            UsagePeriod period = UsagePeriod.containing(instant, anchor);
            assertThat(period.contains(instant)).isTrue();
            assertThat(period.start().getDayOfMonth())
                    .isEqualTo(anniversaryDay(anchor, YearMonth.from(period.start())));
            assertThat(period.end().getDayOfMonth()).isEqualTo(anniversaryDay(anchor, YearMonth.from(period.end())));
            assertThat(YearMonth.from(period.end()))
                    .isEqualTo(YearMonth.from(period.start()).plusMonths(1));
        }
    }

    @Test
    void containing_itsOwnEdges_leavesNoGapAndNoOverlap() {
        var random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            LocalDate anchor = day(random);
            UsagePeriod period = UsagePeriod.containing(instant(random), anchor);
            Instant reset = period.resetsOn();
            assertThat(UsagePeriod.containing(reset.minusNanos(1), anchor)).isEqualTo(period);
            UsagePeriod next = UsagePeriod.containing(reset, anchor);
            assertThat(next.start()).isEqualTo(period.end());
            assertThat(next.contains(reset.minusNanos(1))).isFalse();
        }
    }

    @Test
    void dayOf_everyDayOfAnyPeriod_countsUpFromOne() {
        var random = new Random(31);
        for (int i = 0; i < 2_000; i++) {
            UsagePeriod period = UsagePeriod.containing(instant(random), day(random));
            Instant start = period.start().atStartOfDay(ZoneOffset.UTC).toInstant();
            for (int day = 1; day <= period.days(); day++) {
                Instant midnight = start.plus(Duration.ofDays(day - 1L));
                assertThat(period.dayOf(midnight)).isEqualTo(day);
                assertThat(period.dayOf(midnight.plus(Duration.ofDays(1)).minusNanos(1)))
                        .isEqualTo(day);
            }
            assertThat(period.days()).isBetween(28, UsagePeriod.MAX_DAYS);
        }
    }

    @Test
    void dayOf_outside_isRefused() {
        var period = new UsagePeriod(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-31"));
        assertThatIllegalArgumentException().isThrownBy(() -> period.dayOf(period.resetsOn()));
        assertThatIllegalArgumentException().isThrownBy(() -> period.dayOf(Instant.parse("2026-02-27T23:59:59Z")));
    }

    @Test
    void names_periodOverNewYear_areThoseOfItsStart() {
        UsagePeriod period =
                UsagePeriod.containing(Instant.parse("2019-01-03T00:00:00Z"), LocalDate.parse("2018-12-14"));
        assertThat(period.month()).isEqualTo(12);
        assertThat(period.year()).isEqualTo(2018);
        assertThat(period.resetsOn()).isEqualTo("2019-01-14T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/New_York"})
    void containing_whateverTheMachinesZone_goesByUtc(String zone) {
        TimeZone usual = TimeZone.getDefault();
        var random = new Random(zone.hashCode());
        List<Instant> instants =
                Stream.generate(() -> instant(random)).limit(500).toList();
        LocalDate anchor = LocalDate.parse("2024-02-29");
        List<UsagePeriod> here = instants.stream()
                .map(instant -> UsagePeriod.containing(instant, anchor))
                .toList();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            for (int i = 0; i < instants.size(); i++) {
                assertThat(UsagePeriod.containing(instants.get(i), anchor)).isEqualTo(here.get(i));
                assertThat(here.get(i).resetsOn().getEpochSecond() % 86_400).isZero();
            }
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    private static int anniversaryDay(LocalDate anchor, YearMonth month) {
        return Math.min(anchor.getDayOfMonth(), month.lengthOfMonth());
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(1999, 1, 1).plusDays(random.nextInt(110 * 365));
    }

    private static Instant instant(Random random) {
        return day(random).atStartOfDay(ZoneOffset.UTC).toInstant().plusNanos((long) (random.nextDouble() * 86_400e9));
    }
}
