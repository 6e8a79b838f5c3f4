package io.matricula.aws.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.CapacityMeter;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult.Verdict;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstAws
class CountingCostTest {
    private static final UsagePeriod PERIOD =
            UsagePeriod.containing(Instant.parse("2026-03-31T00:00:00Z"), LocalDate.parse("2026-01-31"));
    private static final Instant START = Instant.parse("2026-03-31T00:00:00Z");
    private final Plan plan = new Plan("two", 10_000_000_000L, 2, true);
    private final AccountId account = AccountId.random();
    private final CapacityMeter meter = new CapacityMeter();
    private CloudState state;
    private UsageStore usage;

    @BeforeEach
    void open(Emulators emulators) {
        state = CloudState.open(Emulators.config(Endpoints.ofDynamo(emulators.dynamo())), meter);
        state.createTables(Table.USAGE);
        usage = state.usage();
    }

    @AfterEach
    void close() {
        state.close();
    }

    private Verdict count(Instant at) {
        return usage.count(new Call(account, PERIOD, at), plan).verdict();
    }

    @Test
    void count_callsOnEveryDay_costOneWriteUnitEach() {
        for (int day = 0; day < PERIOD.days(); day++) {
            Instant at = START.plus(Duration.ofDays(day));
            assertThat(count(at)).isEqualTo(Verdict.COUNTED);
            assertThat(count(at.plusMillis(999))).isEqualTo(Verdict.COUNTED);
            assertThat(count(at.plusSeconds(1))).isEqualTo(Verdict.COUNTED);
        }
        assertThat(meter.updates()).isEqualTo(3L * PERIOD.days());
        assertThat(meter.writeUnits()).isEqualTo(3.0 * PERIOD.days());
    }

    @Test
    void count_tooFast_takesOneWrite() {
        count(START);
        count(START);
        assertThat(count(START)).isEqualTo(Verdict.TOO_FAST);
        assertThat(meter.updates()).isEqualTo(3);
    }

    @Test
    void count_callsEach31Seconds_startOverUnderTheSameName() {
        for (int call = 0; call < 5; call++) {
            Instant at = START.plusSeconds(31L * call);
            assertThat(count(at)).isEqualTo(Verdict.COUNTED);
            assertThat(count(at)).isEqualTo(Verdict.COUNTED);
            assertThat(count(at)).isEqualTo(Verdict.TOO_FAST);
        }
    }
}
