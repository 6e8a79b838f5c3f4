package io.matricula.usage.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.matricula.service.account.Account;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account of 31 August, so with periods from 31 October to 30 November, seen on 22 November. */
@QuarkusTest
class DailyStatisticsTest {
    private static final String PATH = "/v1/statistics/daily";

    @Inject
    TestWiring.Tenant tenant;

    @Inject
    UsageStore usage;

    @BeforeEach
    void count() {
        if (usage.totalCalls(tenant.account().id()) == 0) {
            count(3, "2026-10-30T23:59:59Z");
            count(1, "2026-10-31T00:00:00Z");
            count(2, "2026-11-21T12:00:00Z");
            count(4, "2026-11-22T12:00:00Z");
        }
    }

    private void count(int calls, String at) {
        Account account = tenant.account();
        Instant instant = Instant.parse(at);
        var call = new Call(account.id(), UsagePeriod.containing(instant, account.signUpDay()), instant);
        for (int i = 0; i < calls; i++) {
            usage.count(call, TestWiring.PLAN);
        }
    }

    private RequestSpecification withToken() {
        return given().header("Authorization", "Token " + tenant.token().reveal());
    }

    @Test
    void daily_withoutQuery_isTheCurrentPeriodUpToToday() {
        withToken()
                .get(PATH + "/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("from", equalTo("2026-10-31"))
                .body("to", equalTo("2026-11-29"))
                .body("calls", equalTo(7))
                .body("days", hasSize(23))
                .body("days[0].day", equalTo("2026-10-31"))
                .body("days[0].calls", equalTo(1))
                .body("days[22].day", equalTo("2026-11-22"))
                .body("days[22].calls", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource({
        "period=previous, 2026-09-30, 2026-10-30, 31, 3",
        "period=2026-11-22, 2026-10-31, 2026-11-29, 23, 7",
        "period=2026-11-30, 2026-11-30, 2026-12-30, 0, 0",
        "period=2020-02-29, 2020-02-29, 2020-03-30, 31, 0",
        "from=2026-10-30&to=2026-11-21, 2026-10-30, 2026-11-21, 23, 6",
        "from=2026-11-21, 2026-11-21, 2026-11-22, 2, 6",
        "from=2026-10-30&to=2026-10-30, 2026-10-30, 2026-10-30, 1, 3",
        "from=2025-11-23&to=2026-11-23, 2025-11-23, 2026-11-23, 365, 10",
    })
    void daily_ofAStretch_hasItsDays(String query, String from, String to, int days, int calls) {
        withToken()
                .get(PATH + "?" + query)
                .then()
                .statusCode(200)
                .body("from", equalTo(from))
                .body("to", equalTo(to))
                .body("days", hasSize(days))
                .body("calls", equalTo(calls));
    }

    @ParameterizedTest
    @CsvSource({
        "period=next, period",
        "period=current&from=2026-11-01, period",
        "to=2026-11-01, from",
        "from=2026-11-02&to=2026-11-01, to",
        "from=2024-11-01&to=2026-11-01, to",
        "from=yesterday, from",
        "from=+99999999-01-01, from",
        "from=2026-02-30, from",
    })
    void daily_ofNonsense_is400AndNamesTheField(String query, String field) {
        withToken().get(PATH + "?" + query).then().statusCode(400).body(field, hasSize(1));
    }

    @Test
    void table_byItsNameOrByTheHeader_isTheSameCsv() {
        String byName = withToken()
                .get("/v1/statistics/daily.csv?from=2026-11-21&to=2026-11-22")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("matricula-2026-11-21-2026-11-22.csv"))
                .extract()
                .asString();
        String byHeader = withToken()
                .accept("text/csv, */*;q=0.1")
                .get(PATH + "?from=2026-11-21")
                .then()
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(byName)
                .isEqualTo("day,calls\r\n2026-11-21,2\r\n2026-11-22,4\r\n")
                .isEqualTo(byHeader);
    }

    @Test
    void daily_withoutToken_is403() {
        given().get(PATH).then().statusCode(403);
        given().get("/v1/statistics/daily.csv").then().statusCode(403);
    }

    @Test
    void statistics_ofThePeriod_hasTheSnapshotShape() {
        withToken()
                .get("/v1/statistics")
                .then()
                .statusCode(200)
                .body("usage.calls", equalTo(7))
                .body("usage.month", equalTo(10))
                .body("usage.year", equalTo(2026))
                .body("usage.resets_on", equalTo("2026-11-30T00:00:00Z"))
                .body("total_calls", equalTo(1000));
    }
}
