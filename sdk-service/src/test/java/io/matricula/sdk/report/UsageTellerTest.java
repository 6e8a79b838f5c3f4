package io.matricula.sdk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.service.account.Account;
import io.matricula.service.licence.LicenceDesk;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryInstallationStore;
import io.matricula.service.testkit.InMemoryTokenStore;
import io.matricula.service.testkit.InMemoryUsageStore;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.UsagePeriod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an HTTP server in this process. */
@Timeout(60)
class UsageTellerTest {
    private final FakeClock clock = FakeClock.at("2026-10-20T10:00:00Z");
    private final InMemoryUsageStore usage = new InMemoryUsageStore();
    private final LicenceAccount account = account();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer cloud;

    private LicenceAccount account() {
        var accounts = new InMemoryAccountStore();
        return new LicenceAccount(
                new LicenceDesk(new InMemoryInstallationStore(), null, clock),
                accounts,
                new InMemoryTokenStore(accounts),
                usage,
                clock);
    }

    @BeforeEach
    void start() throws IOException {
        cloud = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cloud.createContext("/v1/sdk/usage", this::hear);
        cloud.start();
    }

    private void hear(HttpExchange exchange) throws IOException {
        told.add(new ObjectMapper().readTree(exchange.getRequestBody()));
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        cloud.stop(0);
    }

    private UsageTeller teller() {
        URI address = URI.create("http://127.0.0.1:" + cloud.getAddress().getPort() + "/");
        return new UsageTeller(account, address, "a".repeat(40), new ObjectMapper(), clock);
    }

    private void count(int calls) {
        Account counted = account.account();
        var period = UsagePeriod.containing(clock.instant(), counted.signUpDay());
        for (int i = 0; i < calls; i++) {
            usage.count(new Call(counted.id(), period, clock.instant()), counted.plan());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, true",
        "http://10.0.0.1:8080/, true",
        "api.example.com, false",
        "api.example.com:8080, false",
        "ftp://api.example.com, false",
        "https:///v1, false"
    })
    void canBeTold_anAddressOfTheWeb_only(URI cloud, boolean can) {
        assertThat(UsageTeller.canBeTold(cloud)).isEqualTo(can);
    }

    @Test
    void run_withCalls_tellsTotalsOfAllPeriodsEachHour() {
        UsageTeller teller = teller();
        count(3);
        teller.run();
        teller.run();
        assertThat(told).hasSize(1);
        clock.advance(Duration.ofDays(31));
        count(2);
        teller.run();
        assertThat(told).hasSize(2);
        assertThat(tokens).containsOnly("Token " + "a".repeat(40));
        JsonNode last = told.get(1);
        assertThat(last.path("installation").asText())
                .isEqualTo(account.installation().id());
        assertThat(last.path("license").asText()).isEqualTo("trial");
        assertThat(last.path("periods").toString())
                .isEqualTo("[{\"start\":\"2026-10-20\",\"calls\":3},{\"start\":\"2026-11-20\",\"calls\":2}]");
    }

    @Test
    void run_withoutCalls_asksNobody() {
        teller().run();
        assertThat(told).isEmpty();
    }

    @Test
    void run_refusedOrUnreachable_triesAgainAfterGrowingDelays() {
        UsageTeller teller = teller();
        count(1);
        status = 503;
        int tries = 0;
        for (int minute = 0; minute < 64; minute++) {
            teller.run();
            clock.advance(Duration.ofMinutes(1));
        }
        tries = told.size();
        assertThat(tries).isEqualTo(7); // After 0, 1, 3, 7, 15, 31 and 63 minutes.
        cloud.stop(0);
        clock.advance(UsageTeller.LONGEST_DELAY);
        teller.run();
        assertThat(told).hasSize(tries);
    }

    @Test
    void run_afterAFailure_goesBackToItsPace() {
        UsageTeller teller = teller();
        count(1);
        status = 500;
        teller.run();
        status = 200;
        clock.advance(UsageTeller.FIRST_DELAY);
        teller.run();
        clock.advance(UsageTeller.FIRST_DELAY);
        teller.run();
        assertThat(told).hasSize(2);
        clock.advance(UsageTeller.PACE);
        teller.run();
        assertThat(told).hasSize(3);
    }
}
