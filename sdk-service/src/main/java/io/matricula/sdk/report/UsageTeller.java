package io.matricula.sdk.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.installation.PeriodReport;
import io.matricula.contract.installation.UsageReportRequest;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.service.licence.Licence;
import io.matricula.service.report.UsageReport;
import io.matricula.service.usage.PeriodUsage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tells the cloud edition how many calls each period has, on and on: every hour while that works, else again after a delay that doubles from
 * one minute to six hours. What is told are totals, so that nothing is lost or counted twice whatever fails. Recognition neither waits for it nor
 * notices. For one thread at a time.
 */
public final class UsageTeller {
    private static final Logger LOG = Logger.getLogger(UsageTeller.class);
    static final Duration PACE = Duration.ofHours(1);
    static final Duration FIRST_DELAY = Duration.ofMinutes(1);
    static final Duration LONGEST_DELAY = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LicenceAccount account;
    private final URI target;
    private final String token;
    private final HttpClient client;
    private final ObjectMapper json;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private Duration delay = FIRST_DELAY;

    /**
     * @param cloud address of the cloud edition
     * @param token of an account there
     */
    public UsageTeller(LicenceAccount account, URI cloud, String token, ObjectMapper json, Clock clock) {
        this.account = account;
        this.target = URI.create(cloud.toString().replaceAll("/$", "") + "/v1/sdk/usage");
        this.token = token;
        this.json = json;
        this.clock = clock;
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** Whether an address is one that a request can be sent to; every other is a mistake in the settings. */
    public static boolean canBeTold(URI cloud) {
        String scheme = String.valueOf(cloud.getScheme());
        return (scheme.equals("http") || scheme.equals("https")) && cloud.getHost() != null;
    }

    /** Tells if it is time to. */
    public void run() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        List<PeriodUsage> periods = account.usageOfAYear();
        if (periods.isEmpty() || told(periods)) {
            delay = FIRST_DELAY;
            next = now.plus(PACE);
        } else {
            next = now.plus(delay);
            delay = delay.multipliedBy(2).compareTo(LONGEST_DELAY) < 0 ? delay.multipliedBy(2) : LONGEST_DELAY;
        }
    }

    private boolean told(List<PeriodUsage> periods) {
        try {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .header("Authorization", "Token " + token)
                    .header("Content-Type", "application/json")
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body(periods)))
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warnf("usage not told to %s: status %d, again in %s", target, status, delay);
            }
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.infof("usage not told to %s: %s, again in %s", target, e, delay);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] body(List<PeriodUsage> periods) throws JsonProcessingException {
        Licence licence = account.status().licence();
        var report = new UsageReportRequest(
                account.installation().id(),
                licence == null ? UsageReport.TRIAL : licence.id(),
                periods.stream()
                        .map(used -> new PeriodReport(used.period().start().toString(), used.calls()))
                        .toList());
        return json.writeValueAsBytes(report);
    }
}
